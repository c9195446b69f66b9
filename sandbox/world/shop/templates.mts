import type { Template, TemplateComponent } from '../templates/template.mts';

const FIRST_ID = 881_200_000_000_000;

const body = (text: string): TemplateComponent => ({ type: 'BODY', text });
const header = (text: string): TemplateComponent => ({ type: 'HEADER', format: 'TEXT', text });
const footer = (text: string): TemplateComponent => ({ type: 'FOOTER', text });
const productHeader: TemplateComponent = { type: 'HEADER', format: 'PRODUCT' };
const button = (type: string, text: string, url?: string): TemplateComponent => ({
	type: 'BUTTONS',
	buttons: [{ type, text, ...(url === undefined ? {} : { url }) }],
});
/** Two example cards stand for all that are sent (facts 1.9). */
const carousel = (cardButton: TemplateComponent): TemplateComponent => ({
	type: 'CAROUSEL',
	cards: Array.from({ length: 2 }, () => ({ components: [productHeader, cardButton] })),
});

type Seed = Pick<Template, 'name' | 'components'> & Partial<Template>;

/** The Corner Shop's templates: every kind of product template, the statuses that a sender meets, and two without products. */
const SEEDS: Seed[] = [
	{
		name: 'reorder_reminder',
		components: [
			header('{{1}}, running low?'),
			body('Last time you ordered {{1}}. Put your basket together again, {{2}} is on the way.'),
			footer('Corner Shop, open until six'),
			button('MPM', 'View items'),
		],
	},
	{
		name: 'reorder_reminder',
		language: 'de',
		components: [
			header('{{1}}, alles noch da?'),
			body('Zuletzt hast du {{1}} bestellt. Stell deinen Korb neu zusammen, {{2}} fährt aus.'),
			footer('Corner Shop, bis sechs geöffnet'),
			button('MPM', 'Artikel ansehen'),
		],
	},
	{
		name: 'back_in_stock',
		parameterFormat: 'NAMED',
		components: [
			productHeader,
			body('Good news, {{first_name}}: {{product}} is back on the shelf.'),
			footer('Corner Shop'),
			button('SPM', 'View'),
		],
	},
	{
		name: 'browse_catalog',
		components: [
			body('Hello {{1}}, everything we sell, in one place.'),
			footer('Corner Shop, open until six'),
			button('CATALOG', 'View catalog'),
		],
	},
	{
		name: 'weekly_picks',
		components: [body('This week’s picks for you, {{1}}.'), carousel(button('SPM', 'View'))],
	},
	{
		name: 'recipes_online',
		components: [
			body('What to cook this week? Three ideas from our blog.'),
			carousel(button('URL', 'Read recipe', 'https://shop.example/recipes/{{1}}')),
		],
	},
	{
		name: 'winter_menu',
		status: 'PENDING',
		components: [
			header('Winter menu'),
			body('Warm things for cold days.'),
			button('MPM', 'View items'),
		],
	},
	{
		name: 'summer_sale',
		status: 'PAUSED',
		components: [body('Everything must go before autumn.'), button('CATALOG', 'View catalog')],
	},
	{
		name: 'order_update',
		category: 'UTILITY',
		components: [body('Your order {{1}} is on its way.'), footer('Corner Shop')],
	},
	{
		name: 'login_code',
		category: 'AUTHENTICATION',
		components: [body('{{1}} is your code.'), button('OTP', 'Copy code')],
	},
];

export function createTemplates(): Map<string, Template> {
	return new Map(
		SEEDS.map((seed, index): Template => {
			const id = String(FIRST_ID + index + 1);
			return {
				id,
				language: 'en_US',
				category: 'MARKETING',
				status: 'APPROVED',
				parameterFormat: 'POSITIONAL',
				...structuredClone(seed),
			};
		}).map((template) => [template.id, template]),
	);
}
