import { setTimeout as sleep } from 'node:timers/promises';
import { startN8n, type N8nOptions, type RunningN8n } from '../../../tools/n8n/n8nProcess.mts';

/** Between the end of an n8n by itself and its new start, as container runtimes and systemd do it. Milliseconds. */
const RESTART_AFTER_MS = 1_000;

/** One n8n process, kept running: one that ends by itself is started again. */
export class Member {
	readonly name: string;
	/** How often it has ended by itself, for instance because it missed Redis for too long. */
	ownEnds = 0;
	private readonly options: N8nOptions;
	private program?: RunningN8n;
	private isWanted = false;

	constructor(name: string, options: N8nOptions) {
		this.name = name;
		this.options = options;
	}

	get url(): string {
		return `http://127.0.0.1:${this.options.port}`;
	}

	async start(): Promise<void> {
		this.isWanted = true;
		const program = await startN8n(this.options);
		this.program = program;
		void program.ended.then(async () => await this.again(program));
	}

	/** It gets the time to end in order that it asks for. */
	async stop(): Promise<void> {
		this.isWanted = false;
		await this.program?.stop();
	}

	/** kill -9 of all its processes. */
	async kill(): Promise<void> {
		this.isWanted = false;
		await this.program?.kill();
	}

	private async again(ended: RunningN8n): Promise<void> {
		if (this.program !== ended) return;
		while (this.isWanted && this.program.hasEnded()) {
			this.ownEnds++;
			await sleep(RESTART_AFTER_MS);
			await this.startIfWanted();
		}
	}

	/** Without what it needs it ends while it starts. */
	private async startIfWanted(): Promise<void> {
		if (this.isWanted) await this.start().catch(() => undefined);
	}
}
