import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from '../../../tools/startFailure.mjs';

/** What stands around n8n in queue mode, by the Debian packages that bring it. */
export interface Programs {
	/** The folder with initdb, postgres and psql: Debian keeps it off PATH. */
	postgresql: string;
	redis: string;
	haproxy: string;
}

const DEBIAN_POSTGRESQL = '/usr/lib/postgresql';

/** In a sentence, with the Debian packages that bring it; null where everything is there. */
export function whatIsMissing(): string | null {
	const found = findPrograms();
	const packages = [
		found.postgresql === undefined && 'postgresql',
		found.redis === undefined && 'redis-server',
		found.haproxy === undefined && 'haproxy',
	].filter((name) => name !== false);
	if (packages.length === 0) return null;
	return `Queue mode needs PostgreSQL, Redis and HAProxy, and not all of them are here. On Debian or Ubuntu: apt-get install --no-install-recommends ${packages.join(' ')}`;
}

export function requirePrograms(): Programs {
	const missing = whatIsMissing();
	if (missing !== null) throw new StartFailure(missing);
	return findPrograms() as Programs;
}

function findPrograms(): Partial<Programs> {
	const versions = existsSync(DEBIAN_POSTGRESQL) ? readdirSync(DEBIAN_POSTGRESQL) : [];
	const newest = versions.sort((a, b) => Number(b) - Number(a))[0] ?? '';
	const initdb = onPath('initdb', [path.join(DEBIAN_POSTGRESQL, newest, 'bin')]);
	const redis = onPath('redis-server');
	const haproxy = onPath('haproxy', ['/usr/sbin']);
	return {
		...(initdb !== undefined && { postgresql: path.dirname(initdb) }),
		...(redis !== undefined && { redis }),
		...(haproxy !== undefined && { haproxy }),
	};
}

function onPath(program: string, more: string[] = []): string | undefined {
	const folders = [...more, ...(process.env.PATH ?? '').split(path.delimiter)];
	return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file));
}
