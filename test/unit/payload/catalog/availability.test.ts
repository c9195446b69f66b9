import {
	droppedSentence,
	unsendableReason,
} from '../../../../nodes/shared/payload/catalog/availability';
import { nearestSku } from '../../../../nodes/shared/payload/catalog/similarSku';

it.each([
	[{ availability: 'in stock', visibility: 'published', review_status: 'approved' }, null],
	[{}, null],
	[{ availability: 'preorder' }, null],
	[{ review_status: '' }, null],
	[{ availability: 'out of stock' }, 'outOfStock'],
	[{ availability: 'discontinued' }, 'outOfStock'],
	[{ availability: 'in stock', visibility: 'staging' }, 'hidden'],
	[{ availability: 'in stock', review_status: 'rejected' }, 'notApproved'],
])('%p is %p', (state, reason) => {
	expect(unsendableReason(state)).toBe(reason);
});

it.each([
	['SKU-10O', ['SKU-100', 'SKU-101', 'SKU-110'], 'SKU-100'],
	['bread 01', ['BREAD-01', 'BREAD-02'], 'BREAD-01'],
	['BRAED-01', ['BREAD-01', 'BUTTER-01'], 'BREAD-01'],
	['SKU-1', ['SKU-2', 'SKU-3'], null],
	['A', ['B'], null],
	['MILK', [], null],
])('%s among %p is meant as %p', (sku, candidates, meant) => {
	expect(nearestSku(sku, candidates)).toBe(meant);
});

it('says it in a sentence', () => {
	expect(droppedSentence({ sku: 'SKU-10O', reason: 'notInCatalog', suggestion: 'SKU-100' })).toBe(
		'SKU-10O is not in the catalog; did you mean SKU-100?',
	);
	expect(droppedSentence({ sku: 'A', reason: 'outOfStock' })).toBe('A is out of stock.');
});
