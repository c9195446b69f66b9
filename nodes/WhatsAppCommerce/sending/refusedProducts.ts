import { readCommerceSettings } from '../../shared/graph/account/commerceSettings';
import type { Refusal } from '../../shared/graph/answer';
import { askEachCatalog } from '../../shared/graph/catalog/askEachCatalog';
import { checkCatalog, type CheckedSkus } from '../../shared/graph/catalog/catalogCheck';
import { catalogs } from '../../shared/graph/catalog/catalogs';
import { causeOf } from '../../shared/graph/refusals/causes';
import { isRefusedAs } from '../../shared/graph/refusals/codes';
import type { JobOutcome } from '../../shared/graph/sending/outcome';
import { droppedSentence, riskSentence } from '../../shared/payload/catalog/availability';
import type { OutgoingMessage } from '../../shared/payload/messages/envelope';
import type { Run } from '../items/run';
import type { SentTask } from './output/results';
import type { Seen } from './task';

/** Products of one message that are named. */
const NAMED = 5;

interface RefusedMessage {
	message: OutgoingMessage;
	catalogId: string;
	refusal: Refusal;
}

/**
 * Meta has one code for products that it does not show, catalogs that are not connected, hidden ones, and more
 * (131009, and 100 for a wrong catalog: facts 0.5, 17.2), and words that may come in any language (facts 17.14). So the catalog is asked when such a
 * refusal is there: only for what Meta's words leave open, and once for the run.
 */
export async function lookIntoRefusals(
	run: Run,
	sent: readonly SentTask[],
	outcomes: readonly JobOutcome[],
): Promise<Seen> {
	const refused = sent.flatMap((one, place) => refusedIn(one, outcomes[place]));
	const open = refused.filter(({ refusal }) => {
		const cause = causeOf(refusal);
		return cause === undefined || cause.about === 'products';
	});
	const checks = await askEachCatalog(
		open.map(({ catalogId, message }) => ({ catalogId, skus: message.products })),
		async (catalogId, skus) => await checkCatalog(run.graph, catalogId, skus, { mode: 'exact' }),
	);
	const seen = new Map<OutgoingMessage, string[]>();
	for (const one of open) {
		const check = checks.get(one.catalogId);
		const products = check?.ok ? aboutProducts(one.message.products, check.value) : [];
		const more = products.length - NAMED;
		seen.set(one.message, [
			...(causeOf(one.refusal) === undefined ? await aboutCatalog(run, one) : []),
			...products.slice(0, NAMED),
			...(more > 0 ? [`And ${more} more products.`] : []),
		]);
	}
	return seen;
}

/** What speaks against products of a message: what cannot be sent, or else what WhatsApp may refuse. */
function aboutProducts(skus: readonly string[], { found, unsendable }: CheckedSkus): string[] {
	const dropped = skus.flatMap((sku) => unsendable.get(sku) ?? []).map(droppedSentence);
	if (dropped.length > 0) return dropped;
	return skus.flatMap((sku) => {
		const product = found.get(sku);
		return (product && riskSentence(sku, product)) ?? [];
	});
}

/** The message of a job that Meta refused for a value: what comes after it was not tried. */
function refusedIn({ task, job }: SentTask, outcome: JobOutcome | undefined): RefusedMessage[] {
	if (!Array.isArray(outcome)) return [];
	const { catalogId } = task.draft;
	return outcome.flatMap((one, index) => {
		const message = job.messages[index];
		const isOpen =
			one.status === 'refused' && isRefusedAs(one.refusal, 'valueRefused', 'parameterInvalid');
		return isOpen && message ? [{ message, catalogId, refusal: one.refusal }] : [];
	});
}

/** Whether the catalog is the connected one, and shown by the sending number. Facts 6.1, 6.4. */
async function aboutCatalog(
	run: Run,
	{ catalogId, message: { phoneNumberId } }: RefusedMessage,
): Promise<string[]> {
	const connected = await run.once(['catalogs'], async () => await catalogs(run.graph));
	const ids = connected.ok ? connected.value.rows.map(({ id }) => id) : [catalogId];
	if (!ids.includes(catalogId)) {
		return [
			`The catalog ${catalogId} is not connected to the business account. ${
				ids.length === 0
					? 'None is: connect one in WhatsApp Manager under Account tools > Catalog.'
					: `Connected: ${ids.join(', ')}.`
			}`,
		];
	}
	const settings = await run.once(
		['commerceSettings', phoneNumberId],
		async () => await readCommerceSettings(run.graph, phoneNumberId),
	);
	return settings.ok && !settings.value.isCatalogVisible
		? [
				'The catalog is hidden on the sending number, with which Meta may refuse messages: show it with Setup > Update Commerce Settings.',
			]
		: [];
}
