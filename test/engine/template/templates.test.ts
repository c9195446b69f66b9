import type { IDataObject } from 'n8n-workflow';

import { byId, runAction, search, templateVariables } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, calls } = useSandbox();

const choosing = (templateKind: string, template: unknown = '') =>
	({ operation: 'sendProductTemplate', templateKind, template: byId(template) }) as IDataObject;

describe('the list of templates', () => {
	it.each([
		['multiProduct', ['reorder_reminder/en_US', 'reorder_reminder/de']],
		['singleProduct', ['back_in_stock/en_US']],
		['catalog', ['browse_catalog/en_US']],
		['carousel', ['weekly_picks/en_US', 'recipes_online/en_US']],
	])('has the approved ones of type %s, in each language', async (kind, expected) => {
		const { results } = await search(credential, 'searchProductTemplates', choosing(kind));
		expect(results.map(({ value }) => value)).toEqual(expected);
	});

	it('names template and language, and can be searched', async () => {
		const { results } = await search(
			credential,
			'searchProductTemplates',
			choosing('multiProduct'),
			'reminder · DE',
		);
		expect(results).toMatchObject([
			{ name: 'reorder_reminder · de', value: 'reorder_reminder/de' },
		]);
	});

	it('says what is missing when the token may not read them', async () => {
		const limited = { ...credential, accessToken: 'nobody-knows-this-token' };
		await expect(search(limited, 'searchProductTemplates', choosing('catalog'))).rejects.toThrow(
			/^Meta does not accept the access token/,
		);
	});
});

describe('the variables of a template', () => {
	it('are fields with the text around them', async () => {
		const { fields } = await templateVariables(
			credential,
			choosing('multiProduct', 'reorder_reminder/en_US'),
		);
		expect(fields.map(({ id, displayName, required }) => [id, displayName, required])).toEqual([
			['header_1', 'Header 1 · {{1}}, running low?', true],
			['body_1', expect.stringMatching(/^Body 1 · …you ordered \{\{1\}\}\. Put/), true],
			['body_2', expect.stringMatching(/^Body 2 · …together again, \{\{2\}\} is/), true],
		]);
	});

	it('have names where the template names them', async () => {
		const { fields } = await templateVariables(
			credential,
			choosing('singleProduct', 'back_in_stock/en_US'),
		);
		expect(fields.map(({ id }) => id)).toEqual(['body_first_name', 'body_product']);
	});

	it('are none before a template is chosen, and where it has none', async () => {
		expect(await templateVariables(credential, choosing('catalog'))).toEqual({
			fields: [],
			emptyFieldsNotice: 'Choose a template first.',
		});
		expect(
			await templateVariables(credential, choosing('carousel', 'recipes_online/en_US')),
		).toEqual({ fields: [], emptyFieldsNotice: 'This template has no variables.' });
	});
});

describe('Create Product Template', () => {
	const create = (more: object = {}) =>
		({
			resource: 'template',
			operation: 'createTemplate',
			newTemplateKind: 'multiProduct',
			templateName: 'weekly_list',
			language: 'en_US',
			headerText: 'Fresh for {{1}}',
			bodyText: 'Hi {{1}}, we come on {{2}}.',
			footerText: 'Corner Shop',
			examples: 'you, Pablo, Tuesday',
			...more,
		}) as IDataObject;

	it('hands it in, and the list shows its status', async () => {
		const { json, error } = await runAction(credential, create());
		expect(error?.description).toBeUndefined();
		expect(json).toEqual([
			{
				templateId: expect.stringMatching(/^\d+$/),
				name: 'weekly_list',
				language: 'en_US',
				templateKind: 'multiProduct',
				status: 'PENDING',
				category: 'MARKETING',
			},
		]);

		const list = await runAction(credential, {
			resource: 'template',
			operation: 'getTemplates',
			returnAll: true,
		});
		expect(list.json).toContainEqual({
			name: 'weekly_list',
			language: 'en_US',
			templateKind: 'multiProduct',
			status: 'PENDING',
			headerText: 'Fresh for {{1}}',
			bodyText: 'Hi {{1}}, we come on {{2}}.',
			footerText: 'Corner Shop',
			buttonText: 'View items',
			variables: ['header_1', 'body_1', 'body_2'],
		});
		expect(list.json.map(({ name }) => name)).not.toContain('order_update');
	});

	it('makes a catalog template without a header', async () => {
		const { json, error } = await runAction(
			credential,
			create({
				newTemplateKind: 'catalog',
				templateName: 'all_we_sell',
				bodyText: 'All of it',
				examples: '',
			}),
		);
		expect(error?.description).toBeUndefined();
		expect(json).toMatchObject([{ templateKind: 'catalog', status: 'PENDING' }]);
	});

	it.each<[string, object, RegExp]>([
		[
			'a name with capitals',
			{ templateName: 'Weekly List' },
			/^Name is "Weekly List"\. Use lower-case letters/,
		],
		['a language by its name', { language: 'English' }, /^Language is "English"\. Use Meta's code/],
		[
			'two variables in the header',
			{ headerText: '{{1}} and {{2}}', examples: '' },
			/^Header Text has several variables/,
		],
		[
			'a gap in the numbers',
			{ bodyText: '{{1}} and {{3}}', examples: '' },
			/^Body Text has the variables \{\{1\}\}, \{\{3\}\}\. Number them/,
		],
		['a variable in the footer', { footerText: 'For {{1}}' }, /^Footer Text has a variable/],
		['too few examples', { examples: 'you, Pablo' }, /^Examples holds 2 values for 3 variables\./],
		[
			'no header',
			{ headerText: ' ', examples: '' },
			/^Header Text is empty\. A multi-product template needs one\./,
		],
		[
			'a long footer',
			{ footerText: 'x'.repeat(61) },
			/^Footer Text has 61 characters, at most 60 are allowed/,
		],
	])('refuses %s without asking Meta', async (_name, more, sentence) => {
		const { error } = await runAction(credential, create(more));
		expect(error?.description).toMatch(sentence);
		expect(error?.description).not.toContain('Nothing was sent');
		expect(await calls()).toEqual([]);
	});
});
