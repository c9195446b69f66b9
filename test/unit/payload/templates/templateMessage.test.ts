import { standIn, templateDraft } from '../../../../nodes/shared/payload/messages/templateMessage';
import { singleProductDraft } from '../../../../nodes/shared/payload/messages/singleProduct';
import { validate } from '../../../../nodes/shared/payload/problems';
import { readProductTemplate } from '../../../../nodes/shared/payload/templates/productTemplate';

const template = (components: object[]) => {
	const read = readProductTemplate({
		name: 'list',
		language: 'en',
		status: 'APPROVED',
		components,
	});
	if (!read) throw new Error('no product template');
	return read;
};
const body = { type: 'BODY', text: 'Hello {{1}}' };
const link = { type: 'URL', text: 'Read', url: 'https://shop.example/{{1}}' };
const view = { type: 'MPM', text: 'View items' };

const WITH_ALL = template([
	{ type: 'HEADER', format: 'IMAGE' },
	body,
	{ type: 'BUTTONS', buttons: [view, link] },
]);
const CARDS = template([
	body,
	{
		type: 'CAROUSEL',
		cards: Array.from({ length: 2 }, () => ({
			components: [
				{ type: 'HEADER', format: 'PRODUCT' },
				{ type: 'BUTTONS', buttons: [link, { type: 'SPM', text: 'View' }, link] },
			],
		})),
	},
]);

const given = (variables: unknown, more: object = {}) => ({
	phoneNumberId: '106540352242922',
	recipient: '+16505551234',
	catalogId: '194836987003835',
	sections: [{ skus: ['A/1', 'B'] }],
	urlSuffix: '{sku}',
	variables,
	...more,
});

const IMAGE = 'https://shop.example/rye.jpg';
const ALL = { header_image: IMAGE, body_1: 'Pablo', button_2: 'rye' };

interface Component {
	type: string;
	parameters: object[];
	cards?: Component[];
	components: Component[];
}
const componentsOf = (request: Record<string, unknown>) =>
	(request.template as { components: Component[] }).components;

function sent(chosen = WITH_ALL, variables: unknown = ALL, more: object = {}) {
	const result = validate(templateDraft(chosen, { overflow: 'fail' }), given(variables, more));
	if (!result.ok) throw new Error(result.problems.map(({ sentence }) => sentence).join(' | '));
	const [message] = result.value.messages(new Set());
	return { draft: result.value, components: componentsOf(message.body) };
}

function sentences(variables: unknown, lineBreaks: 'fold' | 'fail' = 'fold', chosen = WITH_ALL) {
	const result = validate(
		templateDraft(chosen, { overflow: 'fail', lineBreaks }),
		given(variables, { urlSuffix: lineBreaks === 'fail' ? 'a\nb' : '{sku}' }),
	);
	return result.ok ? [] : result.problems.map(({ sentence }) => sentence);
}

it('fills in a picture, a text and the address of a button', () => {
	expect(sent().components).toEqual([
		{ type: 'header', parameters: [{ type: 'image', image: { link: IMAGE } }] },
		{ type: 'body', parameters: [{ type: 'text', text: 'Pablo' }] },
		expect.objectContaining({ type: 'button', sub_type: 'mpm', index: 0 }),
		{ type: 'button', sub_type: 'url', index: 1, parameters: [{ type: 'text', text: 'rye' }] },
	]);
	const { components } = sent(WITH_ALL, { ...ALL, header_image: ' 1013859600285441 ' });
	expect(components[0].parameters).toEqual([{ type: 'image', image: { id: '1013859600285441' } }]);
});

it('fills in each address of each card, at its place among the buttons', () => {
	const { components } = sent(CARDS, { body_1: 'Pablo', card_3: 'buy?sku={sku}' });
	const [first] = components.find(({ type }) => type === 'carousel')?.cards ?? [];
	expect(first.components.slice(1)).toEqual([
		{ type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: 'A%2F1' }] },
		{
			type: 'button',
			sub_type: 'url',
			index: 2,
			parameters: [{ type: 'text', text: 'buy?sku=A%2F1' }],
		},
	]);
});

describe('texts of several lines', () => {
	it('go out in one line, and the draft says which', () => {
		const { draft, components } = sent(
			CARDS,
			{ body_1: 'Pablo\nMorales', card_3: 'x\ty' },
			{ urlSuffix: '{sku}\n' },
		);
		expect(components[0].parameters).toEqual([{ type: 'text', text: 'Pablo Morales' }]);
		expect(JSON.stringify(components)).not.toMatch(/\\n|\\t/);
		expect(draft.folded).toEqual([
			'Template Variables › body_1',
			'Template Variables › card_3',
			'URL Suffix',
		]);
	});

	it('are a problem each where that is chosen, an ending of an address too', () => {
		expect(sentences({ body_1: 'a\nb', card_3: 'c' }, 'fail', CARDS)).toEqual([
			expect.stringMatching(/^Template Variables › body_1 holds a line break, a tab/),
			expect.stringMatching(/^URL Suffix holds a line break, .*Line Breaks → Write in One Line\.$/),
		]);
		// Without cards nothing is sent of that field.
		expect(sentences({ ...ALL, body_1: 'ok' }, 'fail')).toEqual([]);
	});

	it('count with the length that they have in one line', () => {
		const long = `${'x'.repeat(1010)}${' '.repeat(50)}y`;
		expect(sentences({ ...ALL, body_1: long })).toEqual([]);
		expect(sentences({ ...ALL, body_1: 'x'.repeat(1020) })).toHaveLength(1);
	});
});

it.each<[string, unknown, RegExp[]]>([
	[
		'nothing',
		{},
		[
			/^Template Variables › header_image is empty\. The template shows a file of the kind image there/,
			/› body_1 is empty/,
			/› button_2 is empty/,
		],
	],
	[
		'values of other kinds',
		{ header_image: ['x'], body_1: { a: 1 }, button_2: true },
		[/› header_image is a list/, /› body_1 is an object/, /› button_2 is a boolean/],
	],
	[
		'null in each',
		{ header_image: null, body_1: null, button_2: null },
		[/empty/, /empty/, /empty/],
	],
	[
		'a file name',
		{ ...ALL, header_image: 'rye.jpg' },
		[/› header_image is "rye\.jpg"\. .*https:\/\/.*media ID/],
	],
	['only line breaks', { ...ALL, body_1: '\n\t\n' }, [/› body_1 is empty/]],
	['an address that is too long', { ...ALL, button_2: 'x'.repeat(2001) }, [/has 2001 characters/]],
	[
		'a name that is not there',
		{ ...ALL, button_3: 'x' },
		[
			/"button_3", which the template does not have\. Its variables: header_image, body_1, button_2\./,
		],
	],
	['a list', ['Pablo'], [/^Template Variables /]],
])('says what is wrong with %s', (_name, variables, expected) => {
	const said = sentences(variables);
	expect(said).toHaveLength(expected.length);
	for (const [index, pattern] of expected.entries()) expect(said[index]).toMatch(pattern);
});

it('a template that stands in for a message folds its values too, under their own label', () => {
	const fields = { ...given({}), fallbackVariables: { ...ALL, body_1: 'Pablo\nMorales' } };
	const result = validate(standIn(WITH_ALL, 'fold'), fields);
	if (!result.ok) throw new Error('not valid');
	expect(result.value.folded).toEqual(['Fallback Variables › body_1']);
	const single = validate(singleProductDraft, { ...given({}), productRetailerId: 'A' });
	if (!single.ok) throw new Error('not valid');
	const [message] = single.value.messages(new Set());
	const { body: request, products } = result.value.messageFor(message);
	expect(products).toEqual(['A']);
	expect(JSON.stringify(request)).toContain('"Pablo Morales"');
	const refused = validate(standIn(WITH_ALL, 'fail'), fields);
	expect(refused).toMatchObject({
		ok: false,
		problems: [{ field: 'Fallback Variables › body_1' }],
	});
});
