import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox/server/sandbox.mts';

/** Makes the sandbox unreachable for some milliseconds; its state is kept. */
export async function vanish({ app: { server } }: Sandbox, url: string, ms: number): Promise<void> {
	await new Promise((resolve) => {
		server.close(resolve);
		server.closeAllConnections();
	});
	await sleep(ms);
	await new Promise<void>((resolve) => {
		server.listen(Number(new URL(url).port), '127.0.0.1', resolve);
	});
}
