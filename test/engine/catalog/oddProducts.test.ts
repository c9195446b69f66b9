import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.mts';
import { orderOf } from '../../support/fixtures/orders';
import { CREDENTIAL, type CredentialData } from '../../support/host';
import { CATALOG_ID, multiProduct, PHONE_NUMBER_ID, section } from '../../support/parameters';
import { byId, runAction, search } from '../../support/run';

const credential: CredentialData = { ...CREDENTIAL };
let sandbox: Sandbox;
/** What each row of the catalog has in the place of what the sandbox would say. */
let odd: object;

/** A catalog as no document describes it: every row is changed on its way. */
beforeAll(async () => {
	sandbox = createSandbox({ statusWebhooks: false });
	sandbox.app.addHook('onSend', async (request, _reply, payload) => {
		if (!new URL(request.url, 'http://localhost').pathname.endsWith('/products')) return payload;
		const body = JSON.parse(String(payload)) as { data?: object[] };
		body.data = body.data?.map((row) => ({ ...row, ...odd }));
		return JSON.stringify(body);
	});
	credential.baseUrl = await sandbox.listen();
});
beforeEach(() => sandbox.state.messages.clear());
afterAll(async () => await sandbox.close());

/** Each field that this issue reads, in kinds that nobody documents. */
const ODD: unknown[] = [null, '', ' ', 'odd', 0, -1, 1.5, true, [], [null], {}, { key: 1 }];
const FIELDS = [
	'capability_to_review_status',
	'review_status',
	'quantity_to_sell_on_facebook',
	'inventory',
	'size',
	'color',
	'retailer_product_group_id',
	'sale_price',
	'sale_price_start_date',
	'sale_price_end_date',
];
const CASES = FIELDS.flatMap((field) =>
	// A stock of 0 is a count like others.
	ODD.filter((value) => value !== 0 || field !== 'quantity_to_sell_on_facebook').map(
		(value): [string, string, unknown] => [field, JSON.stringify(value), value],
	),
);

it.each(CASES)('%s of %s costs no product, order or message', async (field, _shown, value) => {
	odd = { [field]: value };
	const list = await runAction(credential, {
		...multiProduct,
		sections: { section: [section('Bread', { skus: 'BAK-RYE, BAK-BAGEL, HOU-MUG' })] },
		options: { productGroups: 'all' },
	} as IDataObject);
	expect(list.error).toBeUndefined();
	expect(list.json[0].products).toEqual(expect.arrayContaining(['BAK-RYE', 'BAK-BAGEL']));

	const order = await runAction(
		credential,
		{ resource: 'order', operation: 'checkOrder' },
		{ items: [orderOf([['BAK-RYE', 2, 6.2]])] },
	);
	expect(order.error).toBeUndefined();
	const [line] = order.json[0].lines as IDataObject[];
	// What cannot be read is never taken for a lack; an odd price is for a person, with a sentence.
	expect(['ok', 'unknown']).toContain(line.lineStatus);
	if (line.lineStatus === 'unknown') expect(line.lineExplanation).toMatch(/price in the catalog/);

	const checked = await runAction(credential, {
		resource: 'catalog',
		operation: 'checkProducts',
		catalogId: byId(CATALOG_ID),
		skus: 'BAK-RYE, 4711',
	});
	expect(checked.json).toMatchObject([{ sku: 'BAK-RYE', sendable: true }, { sku: '4711' }]);

	const inShop = { operation: 'sendSingleProduct', catalogId: byId(CATALOG_ID) };
	const { results } = await search(credential, 'searchProducts', inShop, 'BAK-RYE');
	expect(results).toMatchObject([{ value: 'BAK-RYE' }]);

	const diagnosis = await runAction(credential, {
		resource: 'setup',
		operation: 'diagnose',
		phoneNumberId: byId(PHONE_NUMBER_ID),
		options: { sampleSkus: 'BAK-RYE' },
	});
	expect(diagnosis.error).toBeUndefined();
	expect(diagnosis.json.find(({ check }) => check === 'sampleSkus')).toMatchObject({
		status: 'ok',
	});
});

it('takes entries of the review as they come: several, odd ones among them', async () => {
	odd = {
		capability_to_review_status: [
			null,
			{ key: 'WHATSAPP' },
			{ key: 'WHATSAPP', value: null },
			{ value: 'APPROVED' },
			{ key: 'WHATSAPP', value: 'outdated' },
		],
	};
	const { json } = await runAction(credential, {
		resource: 'catalog',
		operation: 'checkProducts',
		catalogId: byId(CATALOG_ID),
		skus: 'BAK-RYE',
	});
	expect(json).toMatchObject([
		{ sendable: false, reason: 'notApproved', whatsAppReview: 'outdated' },
	]);
});
