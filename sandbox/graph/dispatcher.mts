import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../world/context.mts';
import { callerOf, demand, tokenName, tokenOf } from './access.mts';
import type { Caller } from './access.mts';
import { keepable, recordCall, withoutSecrets } from './callLog.mts';
import { CODES } from '../rules/refusal/codes.mts';
import { findEdge } from './edges.mts';
import { findNode, NODE_TYPES } from './nodes.mts';
import { refuseClosed } from '../rules/closedFeatures.mts';
import { readBody, withoutCallParameters } from '../rules/parameters.mts';
import type { Parameters } from '../rules/parameters.mts';
import {
	GraphRefusal,
	parameterRefusal,
	unknownFieldRefusal,
	unknownObjectRefusal,
} from '../rules/refusal/refusal.mts';
import { beSlow, failNowAndThen, isCut, isCutBefore } from './troubled.mts';

interface GraphPath {
	version: string;
	node: string;
	edge?: string;
}

/** Any `vNN.N` is accepted: at Meta a call to an expired version is served by the oldest live one (facts 7). */
const VERSION = ':version(^v\\d{1,3}\\.\\d{1,2}$)';

export function addGraphRoutes(app: FastifyInstance, context: Context): void {
	for (const url of [`/${VERSION}/:node`, `/${VERSION}/:node/:edge`]) {
		app.route({
			method: ['GET', 'POST', 'DELETE'],
			url,
			handler: (request, reply) =>
				answer(context, request as FastifyRequest<{ Params: GraphPath }>, reply),
		});
	}
}

/** Answers one call and records it, whether it succeeds or not. */
async function answer(
	context: Context,
	request: FastifyRequest<{ Params: GraphPath }>,
	reply: FastifyReply,
): Promise<unknown> {
	const started = performance.now();
	const at = new Date().toISOString();
	await beSlow(context);
	const { state } = context;
	const { node, edge = '' } = request.params;
	const isSend = request.method === 'POST' && edge === 'messages';
	const query = { ...(request.query as Parameters) };
	const body = parseLater(request);
	const token = tokenOf(
		request.headers.authorization,
		query.access_token ?? body.parameters.access_token,
	);
	let status = 200;
	let result: unknown;
	let refusal: GraphRefusal | null = null;
	if (isCutBefore(state, isSend)) {
		reply.hijack();
		request.raw.socket.destroy();
		return reply;
	}
	try {
		failNowAndThen(state, isSend);
		const proof = query.appsecret_proof ?? body.parameters.appsecret_proof;
		const caller = callerOf(token, proof, state.troubles);
		result = await handle(context, request, query, body, caller);
	} catch (error) {
		refusal = asRefusal(error);
		status = refusal.status;
		result = refusal.body(state.troubles.refusalLanguage);
	}
	const cut = isCut(state, isSend, status);
	const call = {
		at,
		ms: Math.round(performance.now() - started),
		method: request.method,
		path: pathOf(request),
		query: keepable(withoutSecrets(query)),
		body: body.refusal ? '(not readable)' : keepable(withoutSecrets(body.parameters)),
		token: tokenName(token),
		status,
		answer: keepable(result),
	};
	recordCall(context, state, call, { refusal, cut, node, edge, parameters: body.parameters });
	if (!cut) return reply.code(status).send(result);
	reply.hijack();
	request.raw.socket.destroy();
	return reply;
}

function asRefusal(error: unknown): GraphRefusal {
	if (error instanceof GraphRefusal) return error;
	return new GraphRefusal(1, `(#1) ${CODES[1].title}`, {
		details: `The sandbox failed: ${String(error)}`,
	});
}

async function handle(
	context: Context,
	request: FastifyRequest<{ Params: GraphPath }>,
	query: Parameters,
	body: Body,
	caller: Caller,
): Promise<unknown> {
	const { version, node: id, edge: edgeName = '' } = request.params;
	const node = findNode(context.state, id);
	if (!node) throw unknownObjectRefusal(request.method, id);
	const edge = findEdge(request.method, node.kind, edgeName);
	if (!edge) {
		if (request.method === 'GET' && edgeName !== '')
			throw unknownFieldRefusal(edgeName, NODE_TYPES[node.kind]);
		throw unknownObjectRefusal(request.method, id);
	}
	demand(caller, edge.needs, context.state.troubles);
	// The body is checked last: Meta checks authentication and the object first.
	if (body.refusal) throw body.refusal;
	refuseClosed({ ...query, ...body.parameters });
	return edge.handler(context, {
		node,
		version,
		parameters: withoutCallParameters({ ...query, ...body.parameters }),
		query,
		origin: `${request.protocol}://${request.host}`,
		path: pathOf(request),
	});
}

interface Body {
	parameters: Parameters;
	refusal: GraphRefusal | null;
}

function parseLater(request: FastifyRequest): Body {
	try {
		const text = typeof request.body === 'string' ? request.body : '';
		return {
			parameters: readBody(text, request.headers['content-type'] ?? 'application/json'),
			refusal: null,
		};
	} catch (error) {
		return {
			parameters: {},
			refusal: error instanceof GraphRefusal ? error : parameterRefusal('Invalid parameter'),
		};
	}
}

function pathOf(request: FastifyRequest): string {
	return request.url.split('?')[0] ?? '';
}
