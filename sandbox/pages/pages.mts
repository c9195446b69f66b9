import type { FastifyInstance } from 'fastify';
import type { Context } from '../world/context.mts';
import { ControlRefusal } from '../control/refusal.mts';
import { drawPicture } from '../world/shop/picture.mts';
import { addBuiltPage } from './builtPage.mts';
import { overview } from './overview.mts';

/** What a browser shows: the phone page, the products' pictures, and a plain overview that needs neither building nor scripts. */
export function addPages(app: FastifyInstance, context: Context, builtPage: string | null): void {
	addBuiltPage(app, builtPage);

	app.get('/control', (_request, reply) =>
		reply.type('text/html; charset=utf-8').send(overview(context.state)),
	);

	app.get<{ Params: { file: string } }>('/pictures/:file', (request, reply) => {
		const sku = /^(.+)\.svg$/s.exec(request.params.file)?.[1] ?? '';
		for (const catalog of context.state.catalogs.values()) {
			const product = catalog.find(sku);
			if (product) return reply.type('image/svg+xml; charset=utf-8').send(drawPicture(product));
		}
		throw new ControlRefusal(404, 'There is no product with this picture.');
	});
}
