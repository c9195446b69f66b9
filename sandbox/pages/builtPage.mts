import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2',
};

/** Fonts and pictures are compressed already. */
const PACKED = ['.webp', '.woff2'];

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sandbox</title>
<p>The phone page has not been built yet. <code>npm start</code> builds it; to do only that, run
<code>npm run build:phone</code> in the folder <code>sandbox</code> and load this page again.</p>
<p>Meanwhile <a href="/control">/control</a> shows what was sent and ordered.</p>
</html>
`;

interface Ready {
	changedAt: number;
	plain: Buffer;
	packed: Buffer | null;
}

/** Serves the folder that Vite built: a handful of files, cached in memory until they change on disk. */
export function addBuiltPage(app: FastifyInstance, folder: string | null): void {
	const ready = new Map<string, Ready>();

	app.get('/', (request, reply) => {
		const index = fileIn(folder, '', 'index.html');
		if (index === null)
			return reply
				.code(503)
				.type(TYPES['.html'] ?? '')
				.send(NOT_BUILT);
		return answer(request, reply.header('cache-control', 'no-cache'), index);
	});

	// Vite puts a hash of the content into these names; files of the public folder have none.
	addFiles('/assets/:file', 'assets', 'public, max-age=31536000, immutable');
	addFiles('/:file', '', 'no-cache');

	function addFiles(url: string, subfolder: string, caching: string): void {
		app.get<{ Params: { file: string } }>(url, (request, reply) => {
			const file = fileIn(folder, subfolder, request.params.file);
			if (file === null) return reply.callNotFound();
			return answer(request, reply.header('cache-control', caching), file);
		});
	}

	function answer(request: FastifyRequest, reply: FastifyReply, file: string): FastifyReply {
		const extension = path.extname(file);
		const { plain, packed } = read(file, !PACKED.includes(extension));
		reply.type(TYPES[extension] ?? 'application/octet-stream').header('vary', 'accept-encoding');
		if (packed && /\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
			return reply.header('content-encoding', 'gzip').send(packed);
		return reply.send(plain);
	}

	function read(file: string, pack: boolean): Ready {
		const changedAt = statSync(file).mtimeMs;
		const known = ready.get(file);
		if (known?.changedAt === changedAt) return known;
		const plain = readFileSync(file);
		const fresh = { changedAt, plain, packed: pack ? gzipSync(plain, { level: 9 }) : null };
		ready.set(file, fresh);
		return fresh;
	}
}

/** Only a name in the folder's own listing is served, so no path leads out of it. */
function fileIn(folder: string | null, subfolder: string, name: string): string | null {
	if (folder === null) return null;
	try {
		const place = path.join(folder, subfolder);
		const entry = readdirSync(place, { withFileTypes: true }).find((known) => known.name === name);
		return entry?.isFile() ? path.join(place, name) : null;
	} catch {
		return null;
	}
}
