import { checkCatalog } from '../../../../shared/graph/catalog/catalogCheck';
import { catalogs } from '../../../../shared/graph/catalog/catalogs';
import { type Product, queryProducts } from '../../../../shared/graph/catalog/products';
import { allRows } from '../../../../shared/graph/paging';
import {
	droppedSentence,
	riskSentence,
	riskWords,
	unsendableWords,
} from '../../../../shared/payload/catalog/availability';
import { checkProblems } from './catalogProblems';
import { type Check, fail, type Finding, notChecked, ok, type Setup, warning } from './finding';

/** Products that are looked at: enough to see what is wrong, in a few requests. */
const LOOK_AT = 1_000;

/** Which catalog is connected, what of it can be sent, and the SKUs that the builder asks about. */
export const checkProducts: Check = async (setup) => {
	const read = await catalogs(setup.graph);
	if (!read.ok) {
		const { catalogId } = setup;
		const finding = notChecked('catalog', read.refusal);
		return catalogId === ''
			? [finding, notChecked('products', read.refusal)]
			: [finding, ...(await contents(setup, catalogId))];
	}
	const { rows } = read.value;
	const names = rows.map(({ id, name }) => `${name ?? 'Catalog'} (${id})`).join(', ');
	const [first] = rows;
	if (!first) {
		return [
			fail(
				'catalog',
				'No catalog is connected to the business account: product messages are refused (131009).',
				'Connect one in WhatsApp Manager under Account tools > Catalog.',
			),
		];
	}
	const chosen = setup.catalogId === '' ? first.id : setup.catalogId;
	const isConnected = rows.some(({ id }) => id === chosen);
	return [
		isConnected
			? ok('catalog', `Connected to the business account: ${names}.`)
			: fail(
					'catalog',
					`The catalog ${chosen} is not connected to the business account. Connected: ${names}.`,
					'Connect it in WhatsApp Manager under Account tools > Catalog, or choose the connected one.',
				),
		...(await contents(setup, chosen)),
	];
};

const contents = async (setup: Setup, catalogId: string): Promise<Finding[]> => [
	await sendable(setup, catalogId),
	...(await samples(setup, catalogId)),
	...(await checkProblems(setup, catalogId)),
];

async function sendable({ graph }: Setup, catalogId: string): Promise<Finding> {
	const check = 'products';
	const read = await allRows(
		async (after) => await queryProducts(graph, catalogId, {}, LOOK_AT, after),
		LOOK_AT,
	);
	if (!read.ok) return notChecked(check, read.refusal);
	const rows = read.value;
	if (rows.length === 0) {
		return fail(check, 'The catalog has no products.', 'Add products in Commerce Manager.');
	}
	const reasons = reasonsOf(rows);
	const count = rows.length - reasons.reduce((sum, [, products]) => sum + products, 0);
	const all = rows.length === LOOK_AT ? `the first ${LOOK_AT}` : String(rows.length);
	const top = reasons.map(([reason, products]) => `${products} ${reason}`).join(', ');
	const isNew = rows.filter((product) => riskWords(product) !== null).length;
	const risk =
		isNew === 0
			? ''
			: ` Of those that can, ${isNew} ${isNew === 1 ? 'is' : 'are'} new: for up to a day, until Meta has reviewed them, WhatsApp may leave them out.`;
	const what = `${count} of ${all} products can be sent${top === '' ? '' : `; ${top}`}.${risk}`;
	const todo =
		'Look at the products in Commerce Manager: stock, visibility and the review for WhatsApp. A review after a change passes by itself.';
	if (count === 0) return fail(check, what, todo);
	return count * 2 < rows.length ? warning(check, what, todo) : ok(check, what);
}

/** How many products each reason keeps from being sent, the most frequent one first. */
function reasonsOf(products: Product[]): Array<[reason: string, products: number]> {
	const counts = new Map<string, number>();
	for (const product of products) {
		const reason = unsendableWords(product);
		if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	}
	return [...counts].sort((a, b) => b[1] - a[1]);
}

async function samples({ graph, sampleSkus }: Setup, catalogId: string): Promise<Finding[]> {
	const check = 'sampleSkus';
	if (sampleSkus.length === 0) return [];
	const result = await checkCatalog(graph, catalogId, sampleSkus, { mode: 'shopIds' });
	if (!result.ok) return [notChecked(check, result.refusal)];
	const { found, unsendable } = result.value;
	const risks = sampleSkus.flatMap((sku) => riskSentence(sku, found.get(sku) ?? {}) ?? []);
	if (unsendable.size === 0) {
		const what = [`Can be sent: ${sampleSkus.join(', ')}.`, ...risks].join(' ');
		if (risks.length === 0) return [ok(check, what)];
		return [
			warning(check, what, 'Wait until Meta has reviewed them, or look whether they arrive.'),
		];
	}
	return [
		fail(
			check,
			[...[...unsendable.values()].map(droppedSentence), ...risks].join(' '),
			"Use the SKU (content ID) of each product and not Meta's product ID, and look at its stock, visibility and review in Commerce Manager.",
		),
	];
}
