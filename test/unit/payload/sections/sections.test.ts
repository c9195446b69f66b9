import { droppedSentence } from '../../../../nodes/shared/payload/catalog/availability';
import { multiProductDraft } from '../../../../nodes/shared/payload/messages/multiProduct';
import { validate } from '../../../../nodes/shared/payload/problems';
import { readSections } from '../../../../nodes/shared/payload/sections/readSections';
import { skuListInput } from '../../../../nodes/shared/payload/sections/skuInput';
import { numbered } from '../../../../nodes/shared/payload/sections/splitSections';
import { preview } from '../../../../nodes/shared/payload/values/text';

const sections = [{ title: 'Bread', skus: ['A'] }];

function draft(given: unknown, overflow: 'fail' | 'split' = 'fail') {
	return validate(multiProductDraft({ overflow, singleWhenOne: false }), {
		phoneNumberId: '106540352242922',
		recipient: '+16505551234',
		catalogId: '194836987003835',
		headerText: 'Fresh today',
		bodyText: 'Choose what you like',
		sections: given,
	});
}

function sentences(given: unknown): string[] {
	const checked = draft(given);
	return checked.ok ? [] : checked.problems.map(({ sentence }) => sentence);
}

it.each<[string, unknown]>([
	['a list', sections],
	['one section', sections[0]],
	['the action of a message', { action: { sections } }],
	['a part of a message', { type: 'product_list', action: { catalog_id: '1', sections } }],
	['a whole message', { to: '+1', interactive: { type: 'product_list', action: { sections } } }],
])('reads %s, as a value and as JSON', (_name, given) => {
	expect(readSections(given)).toEqual(sections);
	expect(readSections(JSON.stringify(given))).toEqual(sections);
});

it('takes a single number for a SKU', () => {
	const read = (skus: unknown) => validate(skuListInput, { skus });
	const one = (sku: string) => ({ ok: true, value: { skus: { skus: [sku], shopIds: [] } } });
	expect(read(4711)).toEqual(one('4711'));
	expect(read(12n)).toEqual(one('12'));
	expect(sentences([{ skus: 4711 }])).toEqual([]);
	expect(validate(skuListInput, { skus: Number.NaN }).ok).toBe(false);
});

it('trims titles, and refuses control characters in them', () => {
	const checked = draft([{ title: ' Bread\u200b', skus: ['A'] }]);
	const [message] = checked.ok ? checked.value.messages(new Set()) : [];
	expect(message.shows.sections[0].title).toBe('Bread');
	expect(sentences([{ title: 'Br\u0000ead', skus: ['A'] }])).toEqual([
		'Section 1 › Title contains a control character, such as a line break. Give one title, without it.',
	]);
});

it('counts the sections that are sent, not those of nothing but repeats', () => {
	const ten = Array.from({ length: 10 }, (_, index) => ({
		title: `T${index}`,
		skus: [`S${index}`],
	}));
	expect(sentences([...ten, { title: 'Again', skus: ['S1', 'S2'] }])).toEqual([]);
	expect(sentences([...ten, { title: 'More', skus: ['S11'] }])).toEqual([
		'Sections has 11 sections, at most 10 are allowed in one message. Remove 1, or choose Overflow → Split to send several messages.',
	]);
});

it('does not look at each of a hopeless number of sections', () => {
	const many = Array.from({ length: 100_000 }, () => ({ titel: 'x', skus: [''] }));
	expect(sentences(many)).toEqual([
		'Sections has 100000 sections, at most 10 are allowed in one message. Remove 99990, or choose Overflow → Split to send several messages.',
	]);
});

it('counts all that must be changed, also where it names only some', () => {
	const checked = draft(
		[{ title: 'Bread', skus: Array.from({ length: 300 }, () => '\u0000') }],
		'split',
	);
	const problems = checked.ok ? [] : checked.problems;
	expect(problems).toHaveLength(21);
	expect(problems[20]).toEqual({ field: 'The message', sentence: 'And 280 more.', count: 280 });
});

it('tears no character that people see as one', () => {
	const family = '👨‍👩‍👧‍👦';
	expect(numbered(`${'a'.repeat(50)}${family}`, 1, 3, 60)).toBe(`${'a'.repeat(50)}… (1/3)`);
	expect(preview(`abc${family}`, 6)).toBe('abc…');
	expect(numbered('cafe\u0301'.repeat(20), 1, 2, 60)).toMatch(
		/(cafe\u0301)+(c|ca|caf)?… \(1\/2\)$/,
	);
});

describe('a product that is not in the catalog', () => {
	const missing = (sku: string, suggestion?: string) =>
		droppedSentence({ sku, reason: 'notInCatalog', ...(suggestion && { suggestion }) });

	it('is written with other characters', () => {
		expect(missing('CAFE\u0301', 'CAF\u00c9')).toBe(
			'CAFE\u0301 is not in the catalog, which writes CAF\u00c9 with other characters that look the same. Pick it from the list, or copy it from Commerce Manager.',
		);
	});

	it('may have a section before it', () => {
		expect(missing('Bread:BAK-RYE')).toBe(
			'Bread:BAK-RYE is not in the catalog. If "Bread" is a section of a SKU list, put a blank after the colon.',
		);
		expect(missing('12:30')).toBe('12:30 is not in the catalog.');
	});

	it('is shortened', () => {
		expect(missing('X'.repeat(20_000)).length).toBeLessThan(130);
	});
});
