import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Service } from './service.mts';

const run = promisify(execFile);

/** The database, its user and its superuser. */
export const DATABASE = 'n8n';

/** The user that Debian's package creates. PostgreSQL refuses to run as root. */
const UNPRIVILEGED = 'postgres';

/** PostgreSQL with data of its own, as durable as it is by default. */
export class Postgres {
	readonly port: number;
	readonly service: Service;
	private readonly folder: string;
	private readonly bin: string;

	constructor(bin: string, port: number, where: { root: string; logFile: string }) {
		this.bin = bin;
		this.port = port;
		// Not in the repository: the unprivileged user may not be allowed to enter its folder.
		this.folder = mkdtempSync(path.join(tmpdir(), 'whatsapp-commerce-postgres-'));
		const [program, ...before] = this.unprivileged('postgres');
		const sockets = ['-k', this.folder, '-c', 'listen_addresses=127.0.0.1'];
		this.service = new Service(
			{
				name: 'PostgreSQL',
				node: process.execPath,
				executable: program!,
				command: [...before, '-D', this.data, '-p', String(port), ...sockets],
				...where,
			},
			async () => (await this.query('select 1')).length === 1,
		);
	}

	/** Makes the database, and starts it. */
	async create(): Promise<void> {
		if (isRoot()) execFileSync('chown', [UNPRIVILEGED, this.folder]);
		const [initdb, ...before] = this.unprivileged('initdb');
		const who = ['-U', DATABASE, '--auth=trust', '--encoding=UTF8', '--locale=C'];
		await run(initdb!, [...before, '-D', this.data, ...who], { cwd: this.folder });
		await this.service.start();
		await this.psql('postgres', `create database ${DATABASE}`);
	}

	/** The rows of a query, each as its columns. */
	async query(sql: string): Promise<string[][]> {
		const database = sql === 'select 1' ? 'postgres' : DATABASE;
		const lines = (await this.psql(database, sql)).split('\n').filter((line) => line !== '');
		return lines.map((line) => line.split('\t'));
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	private get data(): string {
		return path.join(this.folder, 'data');
	}

	private async psql(database: string, sql: string): Promise<string> {
		const where = ['-h', '127.0.0.1', '-p', String(this.port), '-U', DATABASE, '-d', database];
		const { stdout } = await run(
			path.join(this.bin, 'psql'),
			[...where, '-X', '-q', '-At', '-F', '\t', '-c', sql],
			{ maxBuffer: 64 * 1024 * 1024 },
		);
		return stdout;
	}

	private unprivileged(program: string): string[] {
		const file = path.join(this.bin, program);
		if (!isRoot()) return [file];
		return [
			'setpriv',
			`--reuid=${UNPRIVILEGED}`,
			`--regid=${UNPRIVILEGED}`,
			'--clear-groups',
			file,
		];
	}
}

const isRoot = () => process.getuid?.() === 0;
