import type { IDataObject } from 'n8n-workflow';

import { orderOf } from '../../support/fixtures/orders';
import { CATALOG_ID, multiProduct, PHONE_NUMBER_ID, singleProduct } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, control } = useSandbox();

/** The bodies that reached Graph, whatever became of them: `messages` has only accepted ones. */
const bodies = async () =>
	(await control<Array<{ method: string; path: string; body: IDataObject }>>('calls'))
		.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
		.map(({ body }) => body);

const sender = { phoneNumberId: byId(PHONE_NUMBER_ID), catalogId: byId(CATALOG_ID) };
const template = {
	...sender,
	operation: 'sendProductTemplate',
	templateKind: 'singleProduct',
	template: byId('back_in_stock/en_US'),
	templateVariables: { value: { body_first_name: 'Pablo', body_product: 'Dark Rye Loaf' } },
	productRetailerId: byId('BAK-RYE'),
};

const SENDS: Array<[string, IDataObject, IDataObject?]> = [
	['Send Single Product', singleProduct],
	['Send Multi-Product', multiProduct],
	[
		'Send Product Carousel',
		{
			...sender,
			operation: 'sendProductCarousel',
			bodyText: 'Picked for you',
			productSource: 'skuList',
			skuList: 'BAK-RYE, BAK-BAGEL',
		},
	],
	['Send Catalog', { ...sender, operation: 'sendCatalog', bodyText: 'Everything' }],
	['Send Product Template', template],
	[
		'Send Reorder',
		{ resource: 'order', operation: 'reorder', headerText: 'Again?', bodyText: 'As before' },
		orderOf([['BAK-RYE', 1]]),
	],
];

describe.each(SENDS)('%s', (_name, parameters, item = {}) => {
	// A webhook's wa_id has no plus; Meta puts the sender's country before a number without one (facts 0.7).
	it.each<[string, unknown]>([
		['as a webhook has it', '16505551234'],
		['as a number', 16505551234],
		['as people write it', '+1 (650) 555-1234'],
		['within a whole contact', { wa_id: '16505551234', profile: { name: 'Pablo' } }],
	])('writes to a number %s with the plus', async (_form, to) => {
		const { error } = await runAction(
			credential,
			{ ...parameters, recipient: '={{ $json.to }}' },
			{ items: [{ ...item, to } as IDataObject] },
		);
		expect(error).toBeUndefined();
		expect(await bodies()).toMatchObject([{ to: '+16505551234' }]);
	});
});

it('the template that stands in for a message goes to the same number, with the plus', async () => {
	await control('troubles', 'PATCH', { window: 'closed', windowClosedHow: 'sync' });
	const { json, error } = await runAction(credential, {
		...singleProduct,
		recipient: '16505551234',
		options: {
			fallbackTemplate: byId('back_in_stock/en_US'),
			fallbackVariables: {
				variable: [
					{ name: 'body_first_name', value: 'Pablo' },
					{ name: 'body_product', value: 'Bread' },
				],
			},
		},
	});
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ fallback: 'windowClosed' }]);
	expect(await bodies()).toMatchObject([{ to: '+16505551234' }, { to: '+16505551234' }]);
});

it('the customer of an order is written to with the plus', async () => {
	const customer = { key: '16505551234', phone: '16505551234', userId: null };
	const { error } = await runAction(
		credential,
		{ resource: 'order', operation: 'reorder', headerText: 'Again?', bodyText: 'As before' },
		{ items: [orderOf([['BAK-RYE', 1]], { customer })] },
	);
	expect(error).toBeUndefined();
	expect(await bodies()).toMatchObject([{ to: '+16505551234' }]);
});
