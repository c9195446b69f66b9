import {
	droppedRow,
	droppedSentence,
	obstacleOf,
	riskSentence,
	unsendableReason,
	unsendableWords,
} from '../../../../nodes/shared/payload/catalog/availability';
import { variantsTaken } from '../../../../nodes/shared/payload/catalog/variants';
import { variantName } from '../../../../nodes/shared/payload/catalog/productName';
import { whatsAppReview } from '../../../../nodes/shared/payload/catalog/reviewState';
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

const reviewed = (value: unknown, review_status?: string) => ({
	capability_to_review_status: [
		{ key: 'SHOPS', value: 'REJECTED' },
		{ key: 'WHATSAPP', value },
	],
	review_status,
});

describe("WhatsApp's own review", () => {
	it.each<[string, object, string | null]>([
		['approved, and nothing else', reviewed('APPROVED', ''), null],
		['approved, against the other', reviewed('APPROVED', 'rejected'), null],
		['new', reviewed('NO_REVIEW', 'rejected'), null],
		['outdated', reviewed('OUTDATED', ''), 'outdated'],
		['outdated, against the other', reviewed('OUTDATED', 'approved'), 'outdated'],
		['pending', reviewed('PENDING'), 'pending'],
		['rejected', reviewed('REJECTED', 'approved'), 'rejected'],
		['unknown', reviewed('UNDER_APPEAL', 'rejected'), null],
		// Without a word of WhatsApp's the other one decides.
		['null', reviewed(null, 'rejected'), 'rejected'],
		['empty', reviewed('', 'pending'), 'pending'],
		['a number', reviewed(7, 'outdated'), 'outdated'],
		['null, and no other', reviewed(null), null],
		['of no list', { capability_to_review_status: 'OUTDATED' }, null],
		['of an object', { capability_to_review_status: { WHATSAPP: 'OUTDATED' } }, null],
		['among odd entries', { capability_to_review_status: [null, 7, [], {}] }, null],
		['in an empty list', { capability_to_review_status: [] }, null],
		['absent', {}, null],
	])('that is %s', (_name, state, review) => {
		expect(obstacleOf(state)).toEqual(review === null ? null : { reason: 'notApproved', review });
	});

	it('is shown as Meta writes it', () => {
		expect(whatsAppReview(reviewed('UNDER_APPEAL'))).toBe('UNDER_APPEAL');
		expect(whatsAppReview(reviewed(null))).toBeNull();
		expect(whatsAppReview({})).toBeNull();
	});

	it('is told in words', () => {
		expect(unsendableWords(reviewed('OUTDATED'))).toMatch(
			/changed since Meta's last review, usually some hours/,
		);
		expect(unsendableWords(reviewed('PENDING'))).toMatch(/waiting for Meta's review/);
		expect(unsendableWords(reviewed('REJECTED'))).toBe("not approved by Meta's review");
		expect(unsendableWords(reviewed('APPROVED'))).toBeNull();
	});

	it('of a new product is a risk and no obstacle', () => {
		expect(riskSentence('A', reviewed('NO_REVIEW'))).toMatch(
			/^A is not reviewed by Meta yet: .*\.$/,
		);
		expect(riskSentence('A', reviewed('APPROVED'))).toBeNull();
		expect(riskSentence('A', { ...reviewed('NO_REVIEW'), visibility: 'staging' })).toBeNull();
	});
});

describe('the name of a variant', () => {
	it.each<[object, string | null]>([
		[{ name: 'Magic Mug', color: 'Gold' }, 'Magic Mug (Gold)'],
		[{ name: 'Shirt', size: 'L', color: 'Red' }, 'Shirt (Red, L)'],
		[{ name: 'Eggs, 6 pieces', size: '6 pieces' }, 'Eggs, 6 pieces'],
		[{ name: 'Goldfish Bowl', color: 'gold' }, 'Goldfish Bowl (gold)'],
		[{ name: 'Mug GOLD', color: 'gold' }, 'Mug GOLD'],
		[{ name: 'Mug', color: ' ', size: '' }, 'Mug'],
		[{ name: 'Mug', color: '🟡' }, 'Mug (🟡)'],
		[{ name: 'Mug' }, 'Mug'],
		[{ name: ' ', color: 'Gold' }, null],
		[{ color: 'Gold' }, null],
		[{ name: null, color: null, size: null }, null],
	])('of %j is %p', (product, name) => {
		expect(variantName(product)).toBe(name);
	});
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

describe('the ID of a group', () => {
	const variants = ['Gold', 'Black'].map((color) => ({
		sku: `MUG-${color}`,
		name: `Mug (${color})`,
		sendable: color === 'Gold',
	}));
	const group = { sku: 'MUG', reason: 'notInCatalog', variants } as const;

	it('is explained with its variants', () => {
		expect(droppedSentence(group)).toBe(
			'MUG is no SKU but the ID of a product group. Give the SKU of a variant: MUG-Gold for Mug (Gold), MUG-Black for Mug (Black).',
		);
		const unsendable = variants.map((one) => ({ ...one, sendable: false, name: null }));
		expect(droppedSentence({ ...group, variants: unsendable })).toBe(
			'MUG is no SKU but the ID of a product group. Give the SKU of a variant: MUG-Gold, MUG-Black. None of them can be sent now.',
		);
		const many = Array.from({ length: 9 }, (_, index) => ({ ...variants[0], sku: `M${index}` }));
		expect(droppedSentence({ ...group, variants: many })).toMatch(
			/, M4 for Mug \(Gold\) and 4 more\.$/,
		);
	});

	it('may be what an unknown SKU is, where the catalog does not tell', () => {
		const unknown = { sku: 'MUG', reason: 'notInCatalog', maybeGroup: true } as const;
		expect(droppedSentence(unknown)).toBe(
			'MUG is not in the catalog. If it is the ID of a product group, give the SKU of a variant.',
		);
		expect(droppedSentence({ ...unknown, suggestion: 'MUGS' })).toBe(
			'MUG is not in the catalog; did you mean MUGS?',
		);
		expect(droppedRow(unknown)).toEqual({
			sku: 'MUG',
			reason: 'notInCatalog',
			explanation: expect.stringContaining('product group'),
		});
	});

	it.each([
		['refuse', []],
		['first', ['B']],
		['all', ['B', 'C', 'A']],
	] as const)('with the choice %s becomes %j', (choice, taken) => {
		const three = ['A', 'B', 'C'].map((sku) => ({ sku, name: null, sendable: sku !== 'A' }));
		expect(variantsTaken(choice, three)).toEqual(taken);
		expect(variantsTaken(choice, [])).toEqual([]);
	});
});
