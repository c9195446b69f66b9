import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** Installed, built or left by earlier starts; the phone page stays, built as it is. */
const isCopied = (file: string) =>
	!['node_modules', '.git', '.sandbox'].includes(path.basename(file)) &&
	file !== path.join(root, 'dist');
/** Gigabytes that are the same everywhere. */
const SHARED = ['node_modules', 'sandbox/node_modules', 'tools/n8n/node_modules'];

/** The tree as it is after a clone and an installation. */
export function copyOfTree(): string {
	const copy = mkdtempSync(path.join(tmpdir(), 'whatsapp-commerce-start-'));
	cpSync(root, copy, { recursive: true, filter: isCopied });
	for (const place of SHARED.filter((one) => existsSync(path.join(root, one)))) {
		symlinkSync(path.join(root, place), path.join(copy, place), 'junction');
	}
	return copy;
}

export const removeCopy = (copy: string) => rmSync(copy, { recursive: true, force: true });

/** A program with all that it has printed. */
export class Printing {
	text = '';
	readonly child: ChildProcess;
	private hasEnded = false;
	private readonly ended: Promise<unknown>;

	constructor(program: string, args: string[], cwd: string) {
		this.child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
		const keep = (chunk: Buffer) => (this.text += chunk.toString());
		this.child.stdout?.on('data', keep);
		this.child.stderr?.on('data', keep);
		// Closed by the last one in the group that prints, not by the first that goes.
		this.ended = once(this.child, 'close').then(() => (this.hasEnded = true));
	}

	/** @throws with all that was printed when the program ends before it prints this */
	async prints(pattern: RegExp): Promise<RegExpExecArray> {
		for (;;) {
			const found = pattern.exec(this.text);
			if (found) return found;
			if (this.hasEnded) throw new Error(`It has ended:\n${this.text}`);
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}

	/** What Ctrl-C in a terminal does: the signal reaches the whole group. */
	async interrupt(): Promise<void> {
		if (this.hasEnded || this.child.pid === undefined) return;
		process.kill(-this.child.pid, 'SIGINT');
		await this.ended;
	}
}
