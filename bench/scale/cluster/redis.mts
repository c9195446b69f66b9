import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Service } from './service.mts';

/** Redis as n8n's queue needs it: what it has acknowledged survives its end. */
export class Redis {
	readonly port: number;
	readonly service: Service;
	private readonly folder = mkdtempSync(path.join(tmpdir(), 'whatsapp-commerce-redis-'));

	constructor(executable: string, port: number, where: { root: string; logFile: string }) {
		this.port = port;
		const settings = ['--bind', '127.0.0.1', '--dir', this.folder];
		const durable = ['--appendonly', 'yes', '--save', ''];
		this.service = new Service(
			{
				name: 'Redis',
				node: process.execPath,
				executable,
				command: ['--port', String(port), ...settings, ...durable],
				...where,
			},
			async () => await this.answers(),
		);
	}

	/** As where it keeps nothing on disk. Only while it is not running. */
	forget(): void {
		for (const name of readdirSync(this.folder)) {
			rmSync(path.join(this.folder, name), { recursive: true });
		}
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** PONG to a PING, which it refuses while it still reads its data. */
	private async answers(): Promise<boolean> {
		return await new Promise((resolve) => {
			const socket = connect(this.port, '127.0.0.1', () => socket.write('PING\r\n'));
			const end = (isReady: boolean) => {
				socket.destroy();
				resolve(isReady);
			};
			socket.setTimeout(1_000, () => end(false));
			socket.on('data', (bytes) => end(bytes.toString().startsWith('+PONG')));
			socket.on('error', () => end(false));
		});
	}
}
