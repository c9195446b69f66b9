import { fastify } from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Background } from '../world/background.mts';
import { Changes } from '../world/changes.mts';
import type { Context } from '../world/context.mts';
import { addActionRoutes } from '../control/actionRoutes.mts';
import { addAfterthoughtRoutes } from '../control/afterthoughtRoutes.mts';
import { addBusinessSideRoutes } from '../control/businessSideRoutes.mts';
import { addCatalogRoutes } from '../control/catalogRoutes.mts';
import { addCustomerRoutes } from '../control/customerRoutes.mts';
import { addDeliveryRoutes } from '../control/deliveryRoutes.mts';
import { addEventRoutes } from '../control/eventRoutes.mts';
import { addLogRoutes } from '../control/logRoutes.mts';
import { addSetupRoutes } from '../control/setupRoutes.mts';
import { addTemplateRoutes } from '../control/templateRoutes.mts';
import { addTroubleRoutes } from '../control/troubleRoutes.mts';
import { addWorldRoutes } from '../control/worldRoutes.mts';
import { answerFault, answerUnknownPath } from './answerFault.mts';
import { addGraphRoutes } from '../graph/dispatcher.mts';
import { Keeper } from '../keep/keeper.mts';
import { addPages } from '../pages/pages.mts';
import { createState } from '../world/state.mts';
import type { State } from '../world/state.mts';

export interface SandboxOptions {
	/** Whether accepted messages are followed by `sent` and `delivered` webhooks. Default: yes. */
	statusWebhooks?: boolean;
	/** How long a handshake or a delivery may take. Default: 10 s. */
	timeoutMs?: number;
	/** A folder that keeps the state across restarts. Default: nothing is kept. */
	keep?: string;
	/** The folder with the built phone page. Default: none, and `/` says so. */
	page?: string;
}

export interface Sandbox {
	readonly app: FastifyInstance;
	/** The present state; a reset replaces it. */
	readonly state: State;
	/** Resolves to the address, for example http://127.0.0.1:4242. Port 0 picks a free one. */
	listen(options?: { port?: number; host?: string }): Promise<string>;
	/** Resolves when no status webhook is under way. */
	settled(): Promise<void>;
	close(): Promise<void>;
}

const LARGEST_BODY = 4 * 1024 * 1024; // webhooks may be 3 MB (facts 2.7), and the control API takes them inside a larger body
const LONGEST_NODE_ID = 2_048; // a SKU in base64 inside a node id (facts 6.2) is longer than Fastify's default of 100

export function createSandbox(options: SandboxOptions = {}): Sandbox {
	const statusWebhooks = options.statusWebhooks ?? true;
	const closing = new AbortController();
	const context: Context = {
		state: createState(statusWebhooks),
		background: new Background(),
		changes: new Changes(),
		outgoing: { timeoutMs: options.timeoutMs ?? 10_000, closing: closing.signal },
		statusWebhooks,
	};
	const app = fastify({
		bodyLimit: LARGEST_BODY,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: LONGEST_NODE_ID },
		frameworkErrors: (error, request, reply) =>
			void answerFault(error, request as FastifyRequest, reply as unknown as FastifyReply),
	});
	// Bodies are kept as text: Meta checks the token and the object before the body (graph/dispatcher.mts).
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.setErrorHandler(answerFault);
	app.setNotFoundHandler(answerUnknownPath);
	addGraphRoutes(app, context);
	addWorldRoutes(app, context);
	addLogRoutes(app, context);
	addCustomerRoutes(app, context);
	addActionRoutes(app, context);
	addAfterthoughtRoutes(app, context);
	addBusinessSideRoutes(app, context);
	addCatalogRoutes(app, context);
	addTemplateRoutes(app, context);
	addSetupRoutes(app, context);
	addTroubleRoutes(app, context);
	addEventRoutes(app, context);
	addDeliveryRoutes(app, context);
	addPages(app, context, options.page ?? null);
	let keeper: Keeper | null = null;
	return {
		app,
		get state() {
			return context.state;
		},
		async listen({ port = 0, host = '127.0.0.1' } = {}) {
			if (options.keep !== undefined) keeper = await Keeper.start(context, options.keep);
			return await app.listen({ port, host });
		},
		settled: () => context.background.settled(),
		async close() {
			context.background.drop();
			closing.abort();
			await context.background.settled();
			await app.close();
			await keeper?.close();
		},
	};
}
