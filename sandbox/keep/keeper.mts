import type { BoundedLog } from '../world/boundedLog.mts';
import type { Context } from '../world/context.mts';
import { readFault } from '../world/caught.mts';
import { createState } from '../world/state.mts';
import type { State } from '../world/state.mts';
import { applySettings, settingsOf } from './settings.mts';
import { Store, storeFault } from './store.mts';
import type { Operation } from './store.mts';

/** State in another form is ignored, and the sandbox starts from the beginning. */
const FORM = '2';
const FORM_KEY = 'form';
const SETTINGS_KEY = 'settings';

const LOGS = ['messages', 'orders', 'calls', 'deliveries', 'chat', 'log'] as const;

/** Changes within this time are written together; that much is lost when the sandbox is killed. */
const GATHER_MS = 200;

/** Keeps the state in a folder. The state in memory is authoritative; the store follows it. */
export class Keeper {
	readonly #context: Context;
	readonly #store: Store;
	#stopListening: () => void = () => undefined;
	/** The state that the store holds. */
	#kept: State | null = null;
	#timer: NodeJS.Timeout | undefined;
	#saving: Promise<void> = Promise.resolve();

	/** Loads the stored state into the context, then follows its changes. */
	static async start(context: Context, folder: string): Promise<Keeper> {
		const store = await Store.open(folder);
		try {
			const keeper = new Keeper(context, store);
			if ((await store.read(FORM_KEY)) === FORM) await keeper.#load();
			keeper.#follow();
			return keeper;
		} catch (error) {
			await store.close();
			throw storeFault(folder, error);
		}
	}

	private constructor(context: Context, store: Store) {
		this.#context = context;
		this.#store = store;
	}

	#follow(): void {
		this.#stopListening = this.#context.changes.listen(() => {
			this.#timer ??= setTimeout(() => this.#saveSoon(), GATHER_MS);
		});
	}

	/** Writes pending changes and releases the folder. */
	async close(): Promise<void> {
		this.#stopListening();
		this.#saveSoon();
		await this.#saving;
		await this.#store.close();
	}

	async #load(): Promise<void> {
		const state = createState(this.#context.statusWebhooks);
		const settings = await this.#store.read(SETTINGS_KEY);
		if (settings !== undefined) applySettings(state, JSON.parse(settings));
		for (const name of LOGS) {
			const log = state[name] as BoundedLog<unknown>;
			log.noteChanges();
			for (const [key, value] of await this.#store.readAll(`${name}!`))
				log.restore(Number(key.slice(name.length + 1)), JSON.parse(value));
		}
		this.#kept = state;
		this.#context.state = state;
	}

	#saveSoon(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#saving = this.#saving.then(() => this.#save()).catch(warn);
	}

	async #save(): Promise<void> {
		const { state } = this.#context;
		if (state !== this.#kept) {
			// After a reset nothing of the old state stays.
			await this.#store.clear();
			for (const name of LOGS) state[name].noteChanges();
			this.#kept = state;
		}
		const operations: Operation[] = [
			{ type: 'put', key: FORM_KEY, value: FORM },
			{ type: 'put', key: SETTINGS_KEY, value: JSON.stringify(settingsOf(state)) },
		];
		for (const name of LOGS) {
			const { put, forget } = (state[name] as BoundedLog<unknown>).takeChanges();
			for (const row of forget) operations.push({ type: 'del', key: keyOf(name, row) });
			for (const [row, entry] of put)
				operations.push({ type: 'put', key: keyOf(name, row), value: JSON.stringify(entry) });
		}
		await this.#store.write(operations);
	}
}

/** Padded, so that keys sort by number. */
function keyOf(name: string, row: number): string {
	return `${name}!${String(row).padStart(12, '0')}`;
}

/** Only a warning: a full disk must not end a running sandbox. */
function warn(error: unknown): void {
	const { message = 'unknown reason' } = readFault(error);
	process.emitWarning(`The sandbox could not write its state to disk: ${message}`);
}
