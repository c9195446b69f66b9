import {
	CATALOG_ID,
	multiProduct,
	section,
	warehouseSkus,
	WAREHOUSE_ID,
} from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls } = useSandbox();

const sections = (...list: object[]) => ({ sections: { section: list } }) as object;
const fromWarehouse = { ...multiProduct, catalogId: byId(WAREHOUSE_ID) };

it('sends picked rows and pasted SKUs in the builder’s order', async () => {
	const { json, error } = await runAction(credential, {
		...multiProduct,
		footerText: 'Until noon',
		...sections(
			section('Bread', { rows: ['BAK-RYE', 'BAK-BAGEL'], skus: 'BAK-SOURDOUGH;\nBAK-BRIOCHE\t,,' }),
			section('Tea', { rows: ['TEA/EG 50+5'] }),
		),
	});
	expect(error).toBeUndefined();
	const [accepted] = await messages();
	expect(json).toEqual([
		{
			messageId: accepted.id,
			status: 'accepted',
			recipient: { input: '+1 650 555 1234', phone: '+16505551234', userId: null },
			catalogId: CATALOG_ID,
			products: ['BAK-RYE', 'BAK-BAGEL', 'BAK-SOURDOUGH', 'BAK-BRIOCHE', 'TEA/EG 50+5'],
			dropped: [],
			matched: [],
			checked: true,
			part: 1,
			parts: 1,
			trackingData: null,
		},
	]);
	expect(accepted.products).toEqual(json[0].products);
	expect(accepted.payload.interactive).toMatchObject({
		type: 'product_list',
		header: { type: 'text', text: 'Fresh today' },
		footer: { text: 'Until noon' },
		action: { sections: [{ title: 'Bread' }, { title: 'Tea' }] },
	});
});

describe('JSON as the source', () => {
	const json = (value: unknown) => ({
		...multiProduct,
		productSource: 'json',
		sectionsJson: value,
	});

	it.each([
		['text', '[{"title":"Bread","skus":["BAK-RYE"]}]'],
		['an expression', '={{ $json.list }}'],
		['Meta’s own form', '{"sections":[{"product_items":[{"product_retailer_id":"BAK-RYE"}]}]}'],
	])('reads %s', async (_name, value) => {
		const items = [{ list: [{ skus: 'BAK-RYE' }] }];
		const { error } = await runAction(credential, json(value) as never, { items });
		expect(error).toBeUndefined();
		expect(await messages()).toMatchObject([{ products: ['BAK-RYE'] }]);
	});

	it('says where a typo is', async () => {
		const { error } = await runAction(credential, json('[{"title" "Bread"}]') as never);
		expect(error?.message).toBe('Sections must be changed [item 0]');
		expect(error?.description).toMatch(/^Sections cannot be read as JSON: .*position 10/);
		expect(await calls()).toEqual([]);
	});
});

describe('at the limits the sandbox, which reads Meta’s rules on its own, agrees', () => {
	it.each([
		['30 products', sections(section('All', { skus: warehouseSkus(30).join('\n') }))],
		[
			'10 sections',
			sections(...warehouseSkus(10).map((sku) => section(`Shelf ${sku}`, { rows: [sku] }))),
		],
		['one section without a title', sections(section('', { rows: ['WH-00001'] }))],
		[
			'texts counted in code points',
			{
				headerText: '🍎'.repeat(60),
				bodyText: '👍🏽'.repeat(512),
				footerText: 'é'.repeat(60),
				...sections(section('🍞'.repeat(24), { rows: ['WH-00001'] })),
			},
		],
	])('%s', async (_name, change) => {
		const { error } = await runAction(credential, { ...fromWarehouse, ...change });
		expect(error?.description).toBeUndefined();
		expect(await messages()).toHaveLength(1);
	});
});

describe('what cannot be sent is refused before anything leaves', () => {
	it.each([
		[
			'31 products',
			sections(section('All', { skus: warehouseSkus(31).join(',') })),
			/^Sections has 31 products, at most 30/,
		],
		[
			'11 sections',
			sections(...warehouseSkus(11).map((sku) => section(sku, { rows: [sku] }))),
			/^Sections has 11 sections, at most 10/,
		],
		[
			'an empty section',
			sections(section('Bread', { rows: ['BAK-RYE'] }), section('Fruit')),
			/^Section 2 \("Fruit"\) has no products/,
		],
		[
			'a section without title beside another',
			sections(section('Bread', { rows: ['BAK-RYE'] }), section('', { rows: ['BAK-BAGEL'] })),
			/^Section 2 › Title is empty/,
		],
		[
			'a title of 25 characters with emoji',
			sections(section(`${'x'.repeat(24)}🍎`, { rows: ['BAK-RYE'] })),
			/^Section 1 › Title has 25 characters, at most 24/,
		],
		['no header', { headerText: '={{ "" }}' }, /^Header Text is empty/],
		[
			'a body of 1,025 characters',
			{ bodyText: 'x'.repeat(1025) },
			/^Body Text has 1025 characters/,
		],
		['no body', { bodyText: '={{ " " }}' }, /^Body Text is empty/],
		['a row without product', sections(section('Bread', { rows: [''] })), /Product 1 is empty/],
		['no sections', { sections: {} }, /^Sections has no section/],
	])('%s', async (_name, change, sentence) => {
		const { error } = await runAction(credential, { ...multiProduct, ...change });
		expect(error?.description).toMatch(sentence);
		expect(error?.description).toContain('Nothing was sent');
		expect(await calls()).toEqual([]);
	});

	it('names all problems at once', async () => {
		const { error } = await runAction(credential, {
			...multiProduct,
			recipient: 'nobody',
			headerText: '={{ "" }}',
			...sections(section('x'.repeat(25), { rows: ['A'] }), section('Fruit')),
		});
		expect(error?.message).toBe('4 things must be changed [item 0]');
		expect(error?.description?.split('\n')).toHaveLength(5);
	});
});

it('keeps a SKU with spaces or commas whole when it is picked, and splits pasted ones', async () => {
	const odd = sections(
		section('Odd', { rows: ['BAK-RYE', 'BAK-RYE, BAK-BAGEL'], skus: 'TEA/EG 50+5' }),
	);
	const options = { unavailableProducts: 'send' };
	const { json, error } = await runAction(credential, { ...multiProduct, ...odd, options });
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ products: ['BAK-RYE', 'BAK-RYE, BAK-BAGEL', 'TEA/EG 50+5'] }]);
	// Meta sends what it finds and leaves out the rest without saying so (facts 2.6).
	expect(await messages()).toMatchObject([{ products: ['BAK-RYE', 'TEA/EG 50+5'] }]);
});

it('merges duplicates and says so', async () => {
	const { json } = await runAction(credential, {
		...multiProduct,
		...sections(section('Bread', { skus: 'BAK-RYE, BAK-BAGEL, BAK-RYE' })),
	});
	expect(json).toMatchObject([
		{ products: ['BAK-RYE', 'BAK-BAGEL'], dropped: [{ sku: 'BAK-RYE', reason: 'duplicate' }] },
	]);
});

it('takes a list from an expression in the SKUs field', async () => {
	const { json } = await runAction(
		credential,
		{ ...multiProduct, ...sections(section('Bread', { skus: '={{ $json.skus }}' })) },
		{ items: [{ skus: ['BAK-RYE', 'BAK-BAGEL'] }] },
	);
	expect(json).toMatchObject([{ products: ['BAK-RYE', 'BAK-BAGEL'] }]);
});
