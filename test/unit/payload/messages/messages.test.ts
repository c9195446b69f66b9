import type { Draft } from '../../../../nodes/shared/payload/messages/envelope';
import { multiProductDraft } from '../../../../nodes/shared/payload/messages/multiProduct';
import { singleProductDraft } from '../../../../nodes/shared/payload/messages/singleProduct';
import { validate } from '../../../../nodes/shared/payload/problems';
import type { Schema } from '../../../../nodes/shared/payload/rules/rules';

const envelope = {
	phoneNumberId: '106540352242922',
	recipient: '+16505551234',
	catalogId: '194836987003835',
};
const list = {
	...envelope,
	headerText: 'Fresh today',
	bodyText: 'Choose what you like',
	sections: [{ title: 'Bread', skus: ['A', 'B'] }],
};
const skus = (count: number, from = 1) =>
	Array.from({ length: count }, (_, index) => `SKU-${index + from}`);

const oneMessage = multiProductDraft({ overflow: 'fail', singleWhenOne: false });

/** The draft and the first message that it makes while the catalog has everything. */
function accepted(schema: Schema<Draft>, given: object) {
	const result = validate(schema, given);
	if (!result.ok) throw new Error(result.problems.map(({ sentence }) => sentence).join(' | '));
	return { ...result.value, ...result.value.messages(new Set())[0] };
}

function sentences(given: object, schema: Schema<Draft> = oneMessage) {
	const result = validate(schema, given);
	return result.ok ? [] : result.problems.map(({ sentence }) => sentence);
}

describe('single-product message', () => {
	it('has no header, and no body or footer unless given', () => {
		const { body } = accepted(singleProductDraft, { ...envelope, productRetailerId: 'SKU-1' });
		expect(body).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: '+16505551234',
			type: 'interactive',
			interactive: {
				type: 'product',
				action: { catalog_id: '194836987003835', product_retailer_id: 'SKU-1' },
			},
		});
	});

	it('carries body, footer, quoted message and tracking data', () => {
		const { body, products, trackingData } = accepted(singleProductDraft, {
			...envelope,
			recipient: 'US.13491208655302741918',
			productRetailerId: ' SKU 1, blue ',
			bodyText: 'Look at *this*',
			footerText: 'Incl. VAT',
			replyToMessageId: 'wamid.ABC=',
			trackingData: 'campaign-7',
		});
		expect(body).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			recipient: 'US.13491208655302741918',
			context: { message_id: 'wamid.ABC=' },
			biz_opaque_callback_data: 'campaign-7',
			type: 'interactive',
			interactive: {
				type: 'product',
				body: { text: 'Look at *this*' },
				footer: { text: 'Incl. VAT' },
				action: { catalog_id: '194836987003835', product_retailer_id: 'SKU 1, blue' },
			},
		});
		expect(products).toEqual(['SKU 1, blue']);
		expect(trackingData).toBe('campaign-7');
	});

	it('reads numbers from a sheet as texts', () => {
		const { body } = accepted(singleProductDraft, {
			...envelope,
			catalogId: 194836987003835,
			recipient: 16505551234,
			productRetailerId: 4711,
		});
		expect(body).toMatchObject({
			to: '+16505551234',
			interactive: { action: { catalog_id: '194836987003835', product_retailer_id: '4711' } },
		});
	});

	it('names every problem at once', () => {
		const result = validate(singleProductDraft, {
			phoneNumberId: '1065/messages',
			recipient: '',
			catalogId: 'my catalog',
			productRetailerId: ' ',
			bodyText: 'b'.repeat(1025),
			footerText: 'f'.repeat(61),
			replyToMessageId: 'two words',
			trackingData: 't'.repeat(513),
		});
		expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual([
			'Sender Phone Number',
			'Recipient',
			'Reply to Message ID',
			'Tracking Data',
			'Catalog',
			'Product',
			'Body Text',
			'Footer Text',
		]);
	});
});

describe('multi-product message', () => {
	it('is built as Meta documents it', () => {
		const { body, products } = accepted(oneMessage, {
			...list,
			footerText: 'Until noon',
			sections: [
				{ title: 'Bread', skus: ['A', 'B'] },
				{ title: 'Fruit', skus: 'C; D,\n\tE' },
			],
		});
		expect(body.interactive).toEqual({
			type: 'product_list',
			header: { type: 'text', text: 'Fresh today' },
			body: { text: 'Choose what you like' },
			footer: { text: 'Until noon' },
			action: {
				catalog_id: '194836987003835',
				sections: [
					{
						title: 'Bread',
						product_items: [{ product_retailer_id: 'A' }, { product_retailer_id: 'B' }],
					},
					{
						title: 'Fruit',
						product_items: [
							{ product_retailer_id: 'C' },
							{ product_retailer_id: 'D' },
							{ product_retailer_id: 'E' },
						],
					},
				],
			},
		});
		expect(products).toEqual(['A', 'B', 'C', 'D', 'E']);
	});

	it('needs no title for a single section', () => {
		const { body } = accepted(oneMessage, { ...list, sections: [{ skus: ['A'] }] });
		expect(body).toMatchObject({
			interactive: {
				action: { sections: [{ product_items: [{ product_retailer_id: 'A' }] }] },
			},
		});
		expect(JSON.stringify(body)).not.toContain('title');
	});

	it.each([
		['30 products', { sections: [{ title: 'All', skus: skus(30) }] }],
		['10 sections', { sections: skus(10).map((sku) => ({ title: sku, skus: [sku] })) }],
		['60 emoji in the header', { headerText: '🍎'.repeat(60) }],
		['1024 characters in the body', { bodyText: 'é'.repeat(1024) }],
		['24 emoji in a title', { sections: [{ title: '🍞'.repeat(24), skus: ['A'] }] }],
		['31 products of which two are the same', { sections: [{ skus: [...skus(30), 'SKU-7'] }] }],
	])('accepts %s', (_name, change) => {
		expect(sentences({ ...list, ...change })).toEqual([]);
	});

	it.each([
		[
			'31 products',
			{ sections: [{ title: 'All', skus: skus(31) }] },
			'Sections has 31 products, at most 30 are allowed in one message, over all sections. Remove 1, or choose Overflow → Split to send several messages.',
		],
		[
			'31 products over two sections',
			{
				sections: [
					{ title: 'A', skus: skus(16) },
					{ title: 'B', skus: skus(15, 17) },
				],
			},
			'Sections has 31 products, at most 30 are allowed in one message, over all sections. Remove 1, or choose Overflow → Split to send several messages.',
		],
		[
			'11 sections',
			{ sections: skus(11).map((sku) => ({ title: sku, skus: [sku] })) },
			'Sections has 11 sections, at most 10 are allowed in one message. Remove 1, or choose Overflow → Split to send several messages.',
		],
		['no section', { sections: [] }, 'Sections has no section. Add one with at least one product.'],
		[
			'an empty section',
			{
				sections: [
					{ title: 'Bread', skus: ['A'] },
					{ title: 'Fruit', skus: [] },
				],
			},
			'Section 2 ("Fruit") has no products. Add at least one SKU, or remove the section.',
		],
		[
			'a missing title with two sections',
			{ sections: [{ title: 'Bread', skus: ['A'] }, { skus: ['B'] }] },
			'Section 2 › Title is empty. With more than one section each needs a title of 1 to 24 characters.',
		],
		[
			'a title of 25 characters with emoji',
			{ sections: [{ title: `${'x'.repeat(23)}🍎🍐`, skus: ['A'] }] },
			`Section 1 › Title has 25 characters, at most 24 are allowed: shorten "${'x'.repeat(23)}🍎🍐" by 1.`,
		],
		[
			'a family emoji, which is several characters',
			{ sections: [{ title: '👨‍👩‍👧‍👦'.repeat(4), skus: ['A'] }] },
			`Section 1 › Title has 28 characters, at most 24 are allowed: shorten "${'👨‍👩‍👧‍👦'.repeat(4)}" by 4.`,
		],
		[
			'an empty header',
			{ headerText: ' \u200b' },
			'Header Text is empty. A multi-product message needs one.',
		],
		[
			'a body of 1,025 characters',
			{ bodyText: 'b'.repeat(1025) },
			`Body Text has 1025 characters, at most 1024 are allowed: shorten "${'b'.repeat(39)}…" by 1.`,
		],
		[
			'an empty row',
			{ sections: [{ title: 'Bread', skus: ['A', ''] }] },
			'Section 1 ("Bread") › Product 2 is empty. Pick a product or give its SKU, or remove the row.',
		],
		[
			'a SKU with a line break',
			{ sections: [{ title: 'Bread', skus: ['A\nB'] }] },
			'Section 1 ("Bread") › Product 1 contains a control character, such as a line break. Give one SKU, without it.',
		],
		[
			'a SKU of the wrong kind',
			{ sections: [{ title: 'Bread', skus: ['A', { sku: 'B' }] }] },
			'Section 1 ("Bread") › Product 2 is an object. It must be a text.',
		],
		[
			'a misspelt key',
			{ sections: [{ titel: 'Bread', skus: ['A'] }] },
			'Section 1 has a key that is not known: "titel". A section has "title" and "skus" (or "product_items" with "product_retailer_id").',
		],
		[
			'both kinds of products',
			{ sections: [{ skus: ['A'], product_items: [{ product_retailer_id: 'B' }] }] },
			'Section 1 has both "skus" and "product_items". Keep one of them.',
		],
		['sections that are none', { sections: 5 }, 'Sections is a number. It must be a list.'],
		['a section that is a text', { sections: ['A'] }, 'Section 1 is a text. It must be an object.'],
	])('refuses %s', (_name, change, sentence) => {
		expect(sentences({ ...list, ...change })).toEqual([sentence]);
	});

	it('names problems of texts and of sections together', () => {
		expect(
			sentences({
				...list,
				headerText: '',
				bodyText: '',
				sections: [
					{ title: 'x'.repeat(25), skus: skus(31) },
					{ title: '', skus: [''] },
				],
			}).map((sentence) => sentence.split(' is ')[0].split(' has ')[0]),
		).toEqual([
			'Header Text',
			'Body Text',
			'Section 1 › Title',
			'Section 2 › Product 1',
			'Section 2 › Title',
			'Sections',
		]);
	});

	it('merges a SKU that comes again and reports it', () => {
		const { body, products, dropped } = accepted(oneMessage, {
			...list,
			sections: [
				{ title: 'Bread', skus: ['A', 'B', 'A'] },
				{ title: 'Again', skus: ['B'] },
				{ title: 'Fruit', skus: ['C', 'a'] },
			],
		});
		expect(products).toEqual(['A', 'B', 'C', 'a']);
		expect(dropped).toEqual([
			{ sku: 'A', reason: 'duplicate' },
			{ sku: 'B', reason: 'duplicate' },
		]);
		expect(body).toMatchObject({
			interactive: { action: { sections: [{ title: 'Bread' }, { title: 'Fruit' }] } },
		});
	});
});

describe('sections as JSON', () => {
	const shown = (sections: unknown) => accepted(oneMessage, { ...list, sections }).products;

	it('reads our form, Meta’s form and the action of a ready-made message', () => {
		expect(shown('[{"title":"Bread","skus":["A","B"]}]')).toEqual(['A', 'B']);
		expect(shown('[{"product_items":[{"product_retailer_id":"A"}]}]')).toEqual(['A']);
		expect(shown('{"catalog_id":"1","sections":[{"skus":"A, B"}]}')).toEqual(['A', 'B']);
	});

	it('says where a typo is and still checks the rest', () => {
		const [header, sections, ...more] = sentences({
			...list,
			headerText: '',
			sections: '[{"title": "Bread", "skus": ["A" "B"]}]',
		});
		expect(header).toMatch(/^Header Text is empty/);
		expect(sections).toMatch(/^Sections cannot be read as JSON: .*position 33/);
		expect(more).toEqual([]);
	});

	it('treats an empty text as no sections', () => {
		expect(sentences({ ...list, sections: ' ' })).toEqual([
			'Sections has no section. Add one with at least one product.',
		]);
	});

	it('names a section by its title when it came as JSON text', () => {
		expect(sentences({ ...list, sections: '[{"title":"Bread","skus":[]}]' })).toEqual([
			'Section 1 ("Bread") has no products. Add at least one SKU, or remove the section.',
		]);
	});
});

describe('products that the catalog cannot show', () => {
	const draft = accepted(oneMessage, {
		...list,
		sections: [
			{ title: 'Bread', skus: ['A', 'B'] },
			{ title: 'Fruit', skus: ['C'] },
		],
	});

	it('are left out, and a section that loses all with them', () => {
		const [message, ...more] = draft.messages(new Set(['B', 'C']));
		expect(more).toEqual([]);
		expect(message.products).toEqual(['A']);
		expect(message.body).toMatchObject({
			interactive: { type: 'product_list', action: { sections: [{ title: 'Bread' }] } },
		});
	});

	it('make no message when nothing is left', () => {
		expect(draft.messages(new Set(['A', 'B', 'C']))).toEqual([]);
	});

	it('make a single-product message of the last one, if the builder wants', () => {
		const single = accepted(multiProductDraft({ overflow: 'fail', singleWhenOne: true }), list);
		const [message] = single.messages(new Set(['B']));
		expect(message.body.interactive).toEqual({
			type: 'product',
			body: { text: 'Choose what you like' },
			action: { catalog_id: '194836987003835', product_retailer_id: 'A' },
		});
	});
});

describe('a list that is longer than one message', () => {
	const split = multiProductDraft({ overflow: 'split', singleWhenOne: false });
	const long = { ...list, sections: [{ title: 'All', skus: skus(95) }] };

	it('is split, with numbered headers and the title repeated', () => {
		const messages = accepted(split, long).messages(new Set());
		expect(messages.flatMap(({ products }) => products)).toEqual(skus(95));
		expect(
			messages.map(({ body }) => {
				const { header, action } = body.interactive as {
					header: { text: string };
					action: { sections: Array<{ title: string }> };
				};
				return [header.text, action.sections.map(({ title }) => title).join()];
			}),
		).toEqual([1, 2, 3, 4].map((part) => [`Fresh today (${part}/4)`, 'All']));
	});

	it('still needs everything else to be right', () => {
		expect(sentences({ ...long, headerText: '' }, split)).toEqual([
			'Header Text is empty. A multi-product message needs one.',
		]);
	});
});

describe('the header of a list', () => {
	const withHeader = (headerText: unknown) => ({ ...list, headerText });
	const strict = multiProductDraft({
		overflow: 'fail',
		singleWhenOne: false,
		lineBreaks: 'fail',
	});

	it('goes out in one line, and the draft says so', () => {
		const { body, folded } = accepted(oneMessage, withHeader('Fresh\ntoday\t!'));
		expect(body.interactive).toMatchObject({ header: { type: 'text', text: 'Fresh today !' } });
		expect(folded).toEqual(['Header Text']);
		expect(accepted(oneMessage, list).folded).toEqual([]);
	});

	it('of several lines is a problem where that is chosen', () => {
		expect(sentences(withHeader('Fresh\ntoday'), strict)).toEqual([
			'Header Text holds a line break, a tab or more than four blanks in a row, which WhatsApp does not take there. Write it in one line, or choose Line Breaks → Write in One Line.',
		]);
		expect(sentences(list, strict)).toEqual([]);
	});

	it.each([
		['*Fresh* today', '*Fresh*'],
		['_Fresh_ today', '_Fresh_'],
		['only today: ~3 USD~', '~3 USD~'],
		['**Fresh** today', '**Fresh*'],
		['(*Fresh*)', '*Fresh*'],
		['ab *c* d', '*c*'],
	])('%s: formatting is told before anything is sent', (text, shown) => {
		expect(sentences(withHeader(text))).toEqual([
			`Header Text holds "${shown}". WhatsApp formats no header: write it without the *, _ or ~ around it.`,
		]);
	});

	it.each([
		'Size_M',
		'Size_M and Size_L',
		'2*3*4 cm',
		'about ~5 kg',
		'A * B * C',
		'5 * 6',
		'snake_case_name',
		'*',
	])('%s is no formatting', (text) => {
		expect(sentences(withHeader(text))).toEqual([]);
		expect(accepted(oneMessage, withHeader(text)).body.interactive).toMatchObject({
			header: { text },
		});
	});

	it.each<[unknown, RegExp]>([
		['\n\t', /^Header Text is empty/],
		[null, /^Header Text is empty/],
		[['Fresh'], /^Header Text is a list/],
		[{ text: 'Fresh' }, /^Header Text is an object/],
	])('%j: a sentence', (text, sentence) => {
		expect(sentences(withHeader(text))).toEqual([expect.stringMatching(sentence)]);
	});

	it('takes a very long one without much work', () => {
		const hostile = ' *a'.repeat(100_000);
		expect(sentences(withHeader(hostile))).toEqual([
			expect.stringMatching(/has 300000 characters/),
		]);
	});
});
