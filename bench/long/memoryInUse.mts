/**
 * What a running Node.js has in use, without the garbage that V8 has not collected yet. V8 lets that lie while the
 * machine has memory to spare, so the resident memory tells more about the machine than about the work.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** The collections take a fifth of the time. */
const REST_PER_COLLECTION = 4;

const OPENING_MS = 10_000;

interface Answer {
	id: number;
	result?: { usedSize?: number; backingStorageSize?: number };
	error?: { message: string };
}

/** Looks into a Node.js that was started with `--inspect-port`. Linux and macOS. */
export class MemoryInUse {
	readonly #socket: WebSocket;
	readonly #waiting = new Map<number, (answer: Answer) => void>();
	#calls = 0;

	private constructor(socket: WebSocket) {
		this.#socket = socket;
		socket.onmessage = ({ data }) => {
			const answer = JSON.parse(String(data)) as Answer;
			this.#waiting.get(answer.id)?.(answer);
			this.#waiting.delete(answer.id);
		};
		// Nobody would wait for an n8n that has ended.
		socket.onclose = () => {
			const error = { message: 'n8n has ended' };
			for (const [id, answer] of this.#waiting) answer({ id, error });
		};
	}

	/** @param port that of `--inspect-port` */
	static async of(processId: number, port: number): Promise<MemoryInUse> {
		process.kill(processId, 'SIGUSR1');
		const socket = new WebSocket(await debuggerUrl(port));
		await new Promise((resolve, reject) => {
			socket.onopen = resolve;
			socket.onerror = () => reject(new Error('The inspector of n8n did not open'));
		});
		return new MemoryInUse(socket);
	}

	/** The most that is in use while this work goes on, which the collections slow down. MB. */
	async peakDuring(work: () => Promise<unknown>): Promise<number> {
		const state = { isOver: false };
		const working = work().finally(() => (state.isOver = true));
		let peak = 0;
		while (!state.isOver) {
			const started = performance.now();
			await this.#call('HeapProfiler.collectGarbage');
			const { usedSize = NaN, backingStorageSize = 0 } = await this.#call('Runtime.getHeapUsage');
			peak = Math.max(peak, (usedSize + backingStorageSize) / 1024 ** 2);
			const rest = sleep(REST_PER_COLLECTION * (performance.now() - started));
			await Promise.race([rest, working]);
		}
		await working;
		return Math.round(peak);
	}

	close(): void {
		this.#socket.close();
	}

	async #call(method: string): Promise<NonNullable<Answer['result']>> {
		const id = ++this.#calls;
		const answer = await new Promise<Answer>((resolve) => {
			this.#waiting.set(id, resolve);
			this.#socket.send(JSON.stringify({ id, method }));
		});
		if (!answer.result) throw new Error(`${method}: ${answer.error?.message}`);
		return answer.result;
	}
}

async function debuggerUrl(port: number): Promise<string> {
	for (const deadline = Date.now() + OPENING_MS; Date.now() < deadline; await sleep(100)) {
		const response = await fetch(`http://127.0.0.1:${port}/json`).catch(() => undefined);
		const [target] = ((await response?.json()) ?? []) as Array<{ webSocketDebuggerUrl: string }>;
		if (target) return target.webSocketDebuggerUrl;
	}
	throw new Error('The inspector of n8n did not open within 10 seconds');
}
