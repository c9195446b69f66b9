import type { FastifyInstance } from 'fastify';
import { formatPrice } from '../world/catalog/price.mts';
import { PARTS } from '../world/changes.mts';
import type { Context } from '../world/context.mts';
import {
	APP,
	APP_TOKEN,
	BUSINESS_ACCOUNT,
	CATALOG_IDS,
	CUSTOMERS,
	PHONE_NUMBERS,
	TOKENS,
} from '../world/shop/world.mts';
import { createState } from '../world/state.mts';
import { bodyOf, optionalBoolean } from './body.mts';

/** The world itself: what is in it, a fresh start, and its settings. */
export function addWorldRoutes(app: FastifyInstance, context: Context): void {
	app.get('/control/health', () => ({ status: 'ok' }));

	app.get('/control/world', () => ({
		app: APP,
		appToken: APP_TOKEN,
		tokens: TOKENS,
		businessAccount: BUSINESS_ACCOUNT,
		phoneNumbers: PHONE_NUMBERS,
		customers: CUSTOMERS,
		catalogs: [...context.state.catalogs.values()].map((catalog) => ({
			id: catalog.id,
			name: catalog.name,
			currency: catalog.currency,
			productCount: catalog.products.length,
			// The Warehouse has 10,000: read them page by page through the Graph API.
			...(catalog.id === CATALOG_IDS.cornerShop
				? {
						products: catalog.products.map((product) => ({
							...product,
							price: formatPrice(product.priceMinor, product.currency),
						})),
					}
				: {}),
		})),
	}));

	app.post('/control/reset', () => {
		context.background.drop();
		context.state = createState(context.statusWebhooks);
		context.changes.tell(...PARTS);
		return { status: 'ok' };
	});

	app.get('/control/settings', () => ({ statusWebhooks: context.state.statusWebhooks }));

	app.post('/control/settings', (request) => {
		context.state.statusWebhooks = optionalBoolean(
			bodyOf(request),
			'statusWebhooks',
			context.state.statusWebhooks,
		);
		context.changes.tell('troubles');
		return { statusWebhooks: context.state.statusWebhooks };
	});
}
