import type { IDataObject } from 'n8n-workflow';

import { orderOf } from '../../support/fixtures/orders';
import {
	CATALOG_ID,
	multiProduct,
	PHONE_NUMBER_ID,
	section,
	singleProduct,
} from '../../support/parameters';
import { byId, runAction, search } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, control, messages, calls } = useSandbox();

const review = async (sku: string, whatsappReview: string | null, more: object = {}) =>
	await control(`catalogs/${CATALOG_ID}/products/${encodeURIComponent(sku)}`, 'PATCH', {
		whatsappReview,
		...more,
	});

const inCatalog = (operation: string, more: object) =>
	({ resource: 'catalog', operation, catalogId: byId(CATALOG_ID), ...more }) as IDataObject;

const list = (skus: string, options: object = {}) =>
	({
		...multiProduct,
		sections: { section: [section('Bread', { skus })] },
		options,
	}) as IDataObject;

const single = (sku: string, options: object = {}) =>
	({ ...singleProduct, productRetailerId: byId(sku), options }) as IDataObject;

const diagnosis = async (sampleSkus: string) => {
	const { json } = await runAction(credential, {
		resource: 'setup',
		operation: 'diagnose',
		phoneNumberId: byId(PHONE_NUMBER_ID),
		options: { sampleSkus },
	} as IDataObject);
	return (check: string) => json.find((found) => found.check === check);
};

const CHANGED =
	"BAK-RYE is held back by WhatsApp (changed since Meta's last review, usually some hours).";
const WAITING =
	"BAK-RYE is held back by WhatsApp (waiting for Meta's review, usually up to a day).";
const LOST = "BAK-RYE is not approved by Meta's review.";
const NEW =
	'BAK-RYE is not reviewed by Meta yet: for up to a day WhatsApp may leave it out or refuse it.';

describe.each([
	['OUTDATED', 'outdated', CHANGED, "changed since Meta's last review, usually some hours"],
	['PENDING', 'pending', WAITING, "waiting for Meta's review"],
	['REJECTED', 'rejected', LOST, "not approved by Meta's review"],
])('a product that is %s for WhatsApp', (state, short, sentence, row) => {
	beforeEach(async () => await review('BAK-RYE', state, { reviewStatus: 'approved' }));

	it('is left out of a list and reported, instead of missing without a word', async () => {
		const { json, hints } = await runAction(credential, list('BAK-RYE, BAK-BAGEL'));
		const dropped = {
			sku: 'BAK-RYE',
			reason: 'notApproved',
			review: short,
			explanation: sentence,
		};
		expect(json).toMatchObject([{ products: ['BAK-BAGEL'], dropped: [dropped] }]);
		expect(json[0].dropped).toEqual([dropped]);
		expect(hints).toEqual([`Left out of the messages: ${sentence}`]);
		// Meta had nothing to leave out.
		expect(await messages()).toMatchObject([{ products: ['BAK-BAGEL'], dropped: [] }]);
	});

	it('is not sent alone, where Meta would refuse it', async () => {
		const { error } = await runAction(credential, single('BAK-RYE'));
		expect(error?.description).toBe(`${sentence}\nNothing was sent for this item.`);
		expect((await calls()).filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('has its reason in Check Products and Get Many Products', async () => {
		const reason = { sendable: false, reason: 'notApproved', explanation: sentence, hint: null };
		const checked = await runAction(credential, inCatalog('checkProducts', { skus: 'BAK-RYE' }));
		expect(checked.json).toMatchObject([{ sku: 'BAK-RYE', ...reason, whatsAppReview: state }]);
		const filters = { search: 'BAK-RYE' };
		const got = await runAction(credential, inCatalog('getProducts', { filters }));
		expect(got.json).toMatchObject([
			{ ...reason, reviewStatus: 'approved', whatsAppReview: state },
		]);
	});

	it('has it in the row of the picker', async () => {
		const inShop = { operation: 'sendSingleProduct', catalogId: byId(CATALOG_ID) };
		const { results } = await search(credential, 'searchProducts', inShop, 'BAK-RYE');
		expect(results).toEqual([
			{
				name: `${row} · Dark Rye Loaf (BAK-RYE) · $6.20`,
				value: 'BAK-RYE',
				description: `$6.20 · ${row}`,
			},
		]);
	});

	it('is counted by Diagnose, and named among the samples', async () => {
		await review('BAK-BAGEL', state);
		const found = await diagnosis('BAK-RYE, TEA-MINT');
		// One product of the shop is rejected anyway.
		const count = state === 'REJECTED' ? 3 : 2;
		const words = sentence.replace(/^BAK-RYE is (.*)\.$/, '$1');
		expect(found('products')?.what).toContain(`52 of 60 products can be sent; `);
		expect(found('products')?.what).toContain(`${count} ${words}`);
		expect(found('sampleSkus')).toMatchObject({ status: 'fail', what: sentence });
	});

	it('is offered in no reorder, neither itself nor as a substitute', async () => {
		const order = orderOf([
			['BAK-RYE', 1],
			['BAK-BAGUETTE', 1],
		]);
		const reorder = async () =>
			await runAction(
				credential,
				{
					resource: 'order',
					operation: 'reorder',
					headerText: 'Again?',
					bodyText: 'Again?',
					substitutes: 'nearest',
				},
				{ items: [order] },
			);
		const { json } = await reorder();
		const by = (json[0].substituted as Array<{ sku: string; by: string }>).map((one) => one.by);
		expect(json[0].dropped).toMatchObject([{ review: short, explanation: sentence }, {}]);
		expect(by).toHaveLength(2);
		for (const sku of by) await review(sku, state);
		const again = await reorder();
		const others = (again.json[0].substituted as Array<{ by: string }>).map((one) => one.by);
		expect(others).toHaveLength(2);
		for (const sku of others) expect(by).not.toContain(sku);
	});

	it('is marked in a preview of what is sent anyway', async () => {
		const options = { previewOnly: true, unavailableProducts: 'send' };
		const { items } = await runAction(credential, list('BAK-RYE, BAK-BAGEL', options));
		const svg = Buffer.from(items[0].binary?.picture?.data ?? '', 'base64').toString();
		const text = svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
		expect(text.replaceAll('&#39;', "'").replaceAll('&apos;', "'")).toContain(
			`Now ${sentence.replace(/^BAK-RYE is (\w+).*$/, '$1')}`,
		);
	});

	it('does not keep the shop from delivering what was ordered, unless it was rejected', async () => {
		const { json } = await runAction(
			credential,
			{ resource: 'order', operation: 'checkOrder' },
			{ items: [orderOf([['BAK-RYE', 1, 6.2]])] },
		);
		expect(json).toMatchObject([
			state === 'REJECTED'
				? { suggestedAction: 'offerSubstitute', lines: [{ lineStatus: 'notApproved' }] }
				: { suggestedAction: 'confirm', lines: [{ lineStatus: 'ok' }] },
		]);
	});
});

describe('a product that Meta has not reviewed yet', () => {
	beforeEach(async () => await review('BAK-RYE', 'NO_REVIEW', { reviewStatus: '' }));

	it('is sent, with a hint', async () => {
		const { json, hints } = await runAction(credential, list('BAK-RYE, BAK-BAGEL'));
		expect(json).toMatchObject([{ products: ['BAK-RYE', 'BAK-BAGEL'], dropped: [] }]);
		expect(hints).toEqual([
			'In the messages, but not reviewed by Meta yet: for up to a day WhatsApp may leave it out or refuse it: BAK-RYE.',
		]);
		expect(await messages()).toMatchObject([{ products: ['BAK-RYE', 'BAK-BAGEL'] }]);
	});

	it('may be refused, which the hint has said', async () => {
		await control('troubles', 'PATCH', { noReview: 'refused' });
		const node = { onError: 'continueRegularOutput' } as const;
		const { json, hints } = await runAction(credential, single('BAK-RYE'), { node });
		expect(json).toMatchObject([{ details: { code: 131009 } }]);
		expect(hints.join()).toContain('may leave it out or refuse it: BAK-RYE.');
	});

	it('is sendable with the hint in Check Products and Get a Product', async () => {
		const known = { sendable: true, reason: null, explanation: null, hint: NEW };
		const checked = await runAction(credential, inCatalog('checkProducts', { skus: 'BAK-RYE' }));
		expect(checked.json).toMatchObject([{ ...known, whatsAppReview: 'NO_REVIEW' }]);
		const productRetailerId = byId('BAK-RYE');
		const got = await runAction(credential, inCatalog('getProduct', { productRetailerId }));
		expect(got.json).toMatchObject([known]);
	});

	it('is told by picker and Diagnose', async () => {
		const inShop = { operation: 'sendSingleProduct', catalogId: byId(CATALOG_ID) };
		const { results } = await search(credential, 'searchProducts', inShop, 'BAK-RYE');
		expect(results[0].name).toMatch(/^not reviewed by Meta yet · /);
		const found = await diagnosis('BAK-RYE, TEA-MINT');
		expect(found('products')?.what).toMatch(/^54 of 60 .* Of those that can, 1 is new: /);
		expect(found('sampleSkus')).toMatchObject({
			status: 'warning',
			what: `Can be sent: BAK-RYE, TEA-MINT. ${NEW}`,
		});
	});

	it('is not the picture of a catalog message where another one can be', async () => {
		await review('BAK-SOURDOUGH', 'NO_REVIEW');
		await runAction(credential, {
			operation: 'sendCatalog',
			phoneNumberId: multiProduct.phoneNumberId,
			recipient: multiProduct.recipient,
			bodyText: 'All we have',
		});
		const [{ products }] = await messages();
		expect(products).toEqual(['BAK-CROISSANT']);
	});
});

it.each<[string, string | null, string]>([
	['a state that is not known, with no other', 'UNDER_APPEAL', ''],
	['a state that is not known, against the other', 'UNDER_APPEAL', 'rejected'],
	['no state, and an empty review status', null, ''],
	['an approved one, against the review status', 'APPROVED', 'rejected'],
])('%s is no obstacle', async (_name, state, reviewStatus) => {
	await review('BAK-RYE', state, { reviewStatus });
	const { json, hints } = await runAction(credential, list('BAK-RYE, BAK-BAGEL'));
	expect(json).toMatchObject([{ products: ['BAK-RYE', 'BAK-BAGEL'], dropped: [] }]);
	expect(hints).toEqual([]);
});
