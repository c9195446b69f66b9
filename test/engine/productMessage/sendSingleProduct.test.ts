import { CATALOG_ID, PHONE_NUMBER_ID, singleProduct, USER_ID } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls } = useSandbox();

it('sends a product and says what was accepted', async () => {
	const { json, items, error } = await runAction(credential, {
		...singleProduct,
		bodyText: 'Still warm',
		footerText: 'Incl. VAT',
		options: { trackingData: 'campaign-7' },
	});
	expect(error).toBeUndefined();
	const [accepted] = await messages();
	expect(json).toEqual([
		{
			messageId: accepted.id,
			status: 'accepted',
			recipient: { input: '+1 650 555 1234', phone: '+16505551234', userId: null },
			catalogId: CATALOG_ID,
			products: ['BAK-RYE'],
			dropped: [],
			matched: [],
			checked: true,
			part: 1,
			parts: 1,
			trackingData: 'campaign-7',
		},
	]);
	expect(items[0].pairedItem).toEqual({ item: 0 });
	expect(accepted.payload).toEqual({
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to: '+16505551234',
		biz_opaque_callback_data: 'campaign-7',
		type: 'interactive',
		interactive: {
			type: 'product',
			body: { text: 'Still warm' },
			footer: { text: 'Incl. VAT' },
			action: { catalog_id: CATALOG_ID, product_retailer_id: 'BAK-RYE' },
		},
	});
});

it.each(['CAFÉ-DECAF', 'TEA/EG 50+5'])('sends %s as it is', async (sku) => {
	const { json } = await runAction(credential, { ...singleProduct, productRetailerId: byId(sku) });
	expect(json).toMatchObject([{ products: [sku] }]);
	expect(await messages()).toMatchObject([{ products: [sku] }]);
});

it('takes every field from the input item', async () => {
	const { json } = await runAction(
		credential,
		{
			...singleProduct,
			recipient: '={{ $json.phone }}',
			productRetailerId: byId('={{ $json.sku }}'),
			bodyText: '={{ "For " + $json.name }}',
		},
		{
			items: [
				{ phone: '0049 176 04069011', sku: 'BAK-RYE', name: 'Käthe' },
				{ phone: 16505551234, sku: 'BAK-BAGEL', name: 'Pablo' },
			],
		},
	);
	expect(json.map(({ products }) => products)).toEqual([['BAK-RYE'], ['BAK-BAGEL']]);
	expect((await messages()).map(({ payload }) => [payload.to, payload.interactive.body])).toEqual([
		['+4917604069011', { text: 'For Käthe' }],
		['+16505551234', { text: 'For Pablo' }],
	]);
});

it('puts a business-scoped user id into recipient, never into to', async () => {
	const { json } = await runAction(credential, { ...singleProduct, recipient: USER_ID });
	expect(json).toMatchObject([{ recipient: { input: USER_ID, phone: null, userId: USER_ID } }]);
	const [accepted] = await messages();
	expect(accepted.payload).toMatchObject({ recipient: USER_ID });
	expect(accepted.payload).not.toHaveProperty('to');
	expect(accepted).toMatchObject({ fate: 'delivered' });
});

it('quotes a message', async () => {
	const options = { replyToMessageId: 'wamid.HBgLMTY1MDU1NTEyMzQ=' };
	await runAction(credential, { ...singleProduct, options });
	expect((await messages())[0].payload.context).toEqual({ message_id: options.replyToMessageId });
});

describe('what cannot be sent is refused before anything leaves', () => {
	it.each([
		[
			'a phone number with letters',
			{ recipient: '+1 650 CALL-ME' },
			/Recipient is .* cannot contain "CALLME"/,
		],
		['a national number', { recipient: '0176 04069011' }, /no country code/],
		[
			'an id with a slash',
			{ phoneNumberId: byId(`${PHONE_NUMBER_ID}/../1`) },
			/Sender Phone Number is .* not an ID/,
		],
		['a catalog with a query', { catalogId: byId(`${CATALOG_ID}?a=1`) }, /Catalog is .* not an ID/],
		['no product', { productRetailerId: byId('  ') }, /Product is empty/],
		[
			'a body that is too long',
			{ bodyText: '🍞'.repeat(1025) },
			/Body Text has 1025 characters, at most 1024/,
		],
		[
			'a footer that is too long',
			{ footerText: 'x'.repeat(61) },
			/Footer Text has 61 characters, at most 60/,
		],
		['long tracking data', { options: { trackingData: 'x'.repeat(513) } }, /Tracking Data has 513/],
	])('%s', async (_name, change, sentence) => {
		const { error } = await runAction(credential, { ...singleProduct, ...change });
		expect(error?.message).toMatch(/must be changed \[item 0\]$/);
		expect(error?.description).toMatch(sentence);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(await calls()).toEqual([]);
	});
});

it('passes on a messaging account', async () => {
	const options = { messagingAccountId: '102290129340398' };
	await runAction(credential, { ...singleProduct, options });
	expect((await messages())[0].payload.messaging_account_id).toBe('102290129340398');

	const { error } = await runAction(credential, {
		...singleProduct,
		options: { messagingAccountId: '../me' },
	});
	expect(error?.description).toMatch(/^Messaging Account ID is "\.\.\/me", which is not an ID\./);
});
