import type { FastifyReply, FastifyRequest } from 'fastify';
import { ControlRefusal } from '../control/refusal.mts';
import { GraphRefusal, parameterRefusal } from '../rules/refusal/refusal.mts';

/** Answers errors of Fastify and of the control routes: in Meta's form under /vNN.N, in the control API's form elsewhere. */
export function answerFault(
	error: Error & { statusCode?: number },
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	if (error instanceof ControlRefusal)
		return reply.code(error.status).send({ error: error.message });
	const status = error.statusCode ?? 500;
	if (status < 500 && isGraphPath(request.url))
		return sendRefusal(reply, parameterRefusal(`Invalid parameter: ${error.message}`));
	return reply
		.code(status)
		.send({ error: status < 500 ? error.message : `The sandbox failed: ${error.message}` });
}

export function answerUnknownPath(request: FastifyRequest, reply: FastifyReply): FastifyReply {
	const path = request.url.split('?')[0] ?? '';
	if (isGraphPath(request.url))
		return sendRefusal(reply, new GraphRefusal(2500, `Unknown path components: ${path}`));
	return reply.code(404).send({
		error: `There is nothing at ${request.method} ${path}. The Graph API is under /v26.0, the control API under /control.`,
	});
}

function sendRefusal(reply: FastifyReply, refusal: GraphRefusal): FastifyReply {
	return reply.code(refusal.status).send(refusal.body());
}

function isGraphPath(url: string): boolean {
	return /^\/v\d+\.\d+(\/|\?|$)/.test(url);
}
