import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** What the system tells about a running n8n; NaN where it does not tell (Linux does). */
export interface ProcessOfN8n {
	id: number;
	/** Resident memory in MB, and its peak since the start or since it was last forgotten. */
	memory(): { now: number; peak: number };
	forgetPeak(): void;
	/** Milliseconds of processor time so far, in all threads. */
	cpuMs(): number;
	/** Open files and sockets. */
	handles(): number;
}

/** n8n's own process, found by the user folder in its environment: what was started here is its guard. */
export function processOfN8n(userFolder: string): ProcessOfN8n {
	const ids = existsSync('/proc') ? readdirSync('/proc').filter((id) => /^\d+$/.test(id)) : [];
	const isN8n = (command: string) =>
		command.includes('bin/n8n\0start') && !command.includes('guard.mts');
	const id = ids.find(
		(one) => isN8n(read(one, 'cmdline')) && read(one, 'environ').includes(userFolder),
	);
	const file = (name: string) => (id === undefined ? '' : read(id, name));
	return {
		id: Number(id),
		memory() {
			const status = file('status');
			const of = (name: string) =>
				Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
			return { now: of('VmRSS'), peak: of('VmHWM') };
		},
		forgetPeak() {
			// "5" resets the peak of the resident memory.
			if (id !== undefined) writeFileSync(`/proc/${id}/clear_refs`, '5');
		},
		cpuMs() {
			// After the name in brackets: state is field 3, user and system time are 14 and 15, in hundredths.
			const fields = file('stat').split(') ')[1]?.split(' ') ?? [];
			return (Number(fields[11]) + Number(fields[12])) * 10;
		},
		handles: () => (id === undefined ? NaN : readdirSync(`/proc/${id}/fd`).length),
	};
}

function read(id: string, file: string): string {
	try {
		return readFileSync(`/proc/${id}/${file}`, 'utf8');
	} catch {
		return '';
	}
}
