import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Service } from './service.mts';

/**
 * How the balancer chooses a webhook process.
 * - `inTurn`: round robin, what a balancer does when it is told nothing
 * - `bySignature`: by the header with Meta's signature, so that the same bytes meet the same process
 * - `byUrl`: by the path, so that all deliveries to one trigger do
 */
export const ROUTINGS = {
	inTurn: 'balance roundrobin',
	bySignature: 'balance hdr(X-Hub-Signature-256)\n    hash-type consistent',
	byUrl: 'balance uri\n    hash-type consistent',
} as const;

export type Routing = keyof typeof ROUTINGS;

/** HAProxy before the webhook processes, one port for each routing. */
export class Balancer {
	readonly service: Service;
	private readonly ports: Record<Routing, number>;
	private readonly folder = mkdtempSync(path.join(tmpdir(), 'whatsapp-commerce-balancer-'));

	constructor(
		executable: string,
		ports: Record<Routing, number>,
		targets: number[],
		where: { root: string; logFile: string },
	) {
		this.ports = ports;
		const file = path.join(this.folder, 'haproxy.cfg');
		writeFileSync(file, configuration(ports, targets));
		this.service = new Service(
			{
				name: 'HAProxy',
				node: process.execPath,
				executable,
				command: ['-db', '-f', file],
				...where,
			},
			async () => (await fetch(`${this.url('inTurn')}/healthz`)).ok,
		);
	}

	url(routing: Routing): string {
		return `http://127.0.0.1:${this.ports[routing]}`;
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}

/** The same as in docs/scaling.md, which says why each line is there. */
function configuration(ports: Record<Routing, number>, targets: number[]): string {
	const servers = targets
		.map((port, index) => `    server webhook${index + 1} 127.0.0.1:${port}`)
		.join('\n');
	const sections = Object.entries(ROUTINGS).map(
		([name, balance]) => `
listen ${name}
    bind 127.0.0.1:${ports[name as Routing]}
    ${balance}
    option httpchk GET /healthz/readiness
    default-server check inter 1s fall 2 rise 1
${servers}
`,
	);
	return `defaults
    mode http
    timeout connect 2s
    timeout client 30s
    timeout server 20s
    timeout http-keep-alive 10s
    retries 3
    option redispatch
${sections.join('')}`;
}
