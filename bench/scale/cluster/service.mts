import { setTimeout as sleep } from 'node:timers/promises';
import {
	lastWords,
	startProgram,
	type Program,
	type RunningProgram,
} from '../../../tools/process/childProcess.mts';
import { StartFailure } from '../../../tools/startFailure.mjs';

const PATIENCE_MS = 60_000;

/** A server beside n8n that can be ended as by a crash, and started again with its data. */
export class Service {
	private program?: RunningProgram;
	private readonly options: Program;
	private readonly isReady: () => Promise<boolean>;

	constructor(options: Program, isReady: () => Promise<boolean>) {
		this.options = options;
		this.isReady = isReady;
	}

	async start(): Promise<void> {
		const program = startProgram(this.options);
		this.program = program;
		const deadline = Date.now() + PATIENCE_MS;
		while (!(await this.isReady().catch(() => false))) {
			if (program.hasEnded() || Date.now() > deadline) {
				throw new StartFailure(`${program.name} did not start. ${lastWords(program)}`);
			}
			await sleep(100);
		}
	}

	/** kill -9: nothing gets to clean up. */
	async kill(): Promise<void> {
		await this.program?.kill();
	}
}
