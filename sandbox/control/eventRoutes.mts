import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { PARTS } from '../world/changes.mts';
import type { Part } from '../world/changes.mts';
import type { Context } from '../world/context.mts';

const HEARTBEAT_MS = 20_000;
/** Changes within this time are reported in one event. */
const GATHER_MS = 30;
/** How long a page waits before it reconnects. */
const RETRY_MS = 1_000;

/** `GET /control/events`: tells open pages what to read again. A hidden page closes its stream: a browser has only six connections to a host. */
export function addEventRoutes(app: FastifyInstance, context: Context): void {
	const streams = new Set<ServerResponse>();
	const gathered = new Set<Part>();
	let gathering: NodeJS.Timeout | undefined;

	const write = (text: string) => {
		for (const stream of streams) stream.write(text);
	};
	const flush = () => {
		gathering = undefined;
		write(eventText(gathered));
		gathered.clear();
	};

	context.changes.listen((parts) => {
		if (streams.size === 0) return;
		for (const part of parts) gathered.add(part);
		gathering ??= setTimeout(flush, GATHER_MS).unref();
	});
	const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS).unref();
	context.outgoing.closing.addEventListener('abort', () => {
		clearInterval(heartbeat);
		clearTimeout(gathering);
		for (const stream of streams) stream.end();
	});

	app.get('/control/events', (_request, reply) => {
		reply.hijack();
		const stream = reply.raw;
		stream.writeHead(200, {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'no-store',
		});
		// The page may have missed anything before this connection, so it reads everything.
		stream.write(`retry: ${RETRY_MS}\n${eventText(PARTS)}`);
		streams.add(stream);
		stream.on('close', () => streams.delete(stream));
	});
}

function eventText(parts: Iterable<Part>): string {
	return `data: ${JSON.stringify({ changed: [...parts] })}\n\n`;
}
