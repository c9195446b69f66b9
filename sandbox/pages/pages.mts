import type { FastifyInstance } from 'fastify';
import type { Context } from './context.mts';
import { page } from './control/page.mts';
import { ControlRefusal } from './control/refusal.mts';
import { drawPicture } from './shop/picture.mts';

/** What a browser shows: the start page and the products' pictures. */
export function addPages(app: FastifyInstance, context: Context): void {
	app.get('/', (_request, reply) =>
		reply.type('text/html; charset=utf-8').send(page(context.state)),
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
