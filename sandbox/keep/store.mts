import { mkdirSync } from 'node:fs';
import type { ClassicLevel } from 'classic-level';
import { readFault } from '../world/caught.mts';

/** A change to one record: a text under a key. */
export type Operation = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

/** The folder cannot be used; the message is for the person who chose it. */
export class StoreFault extends Error {}

/** LevelDB in a folder: small records, written in atomic batches, sorted by key. */
export class Store {
	readonly #database: ClassicLevel;

	private constructor(database: ClassicLevel) {
		this.#database = database;
	}

	static async open(folder: string): Promise<Store> {
		try {
			mkdirSync(folder, { recursive: true });
			// Imported here, so that a sandbox that keeps nothing loads no database.
			const { ClassicLevel } = await import('classic-level');
			const database = new ClassicLevel(folder);
			await database.open();
			return new Store(database);
		} catch (error) {
			throw storeFault(folder, error);
		}
	}

	read(key: string): Promise<string | undefined> {
		return this.#database.get(key);
	}

	/** Records whose key has this prefix, in key order. */
	async readAll(beginning: string): Promise<Array<[key: string, value: string]>> {
		return await this.#database.iterator({ gte: beginning, lt: `${beginning}\uffff` }).all();
	}

	async write(operations: Operation[]): Promise<void> {
		if (operations.length > 0) await this.#database.batch(operations);
	}

	clear(): Promise<void> {
		return this.#database.clear();
	}

	close(): Promise<void> {
		return this.#database.close();
	}
}

export function storeFault(folder: string, error: unknown): StoreFault {
	const { message, cause } = readFault(error);
	const { code, message: why } = readFault(cause);
	if (code === 'LEVEL_LOCKED')
		return new StoreFault(
			`Another sandbox keeps its state in ${folder}: stop it, or choose another folder with --keep.`,
		);
	return new StoreFault(
		`The state cannot be kept in ${folder} (${why ?? message ?? 'unknown reason'}): choose another folder with --keep, or remove this one to begin anew.`,
	);
}
