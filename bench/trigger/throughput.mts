import { setTimeout as sleep } from 'node:timers/promises';
import { BUILT_IN, WEBHOOK, type BenchHost, type Published } from './host.mts';
import { acceptedPerSecond, deliver } from './load.mts';
import { MINIMAL_TRIGGER } from './minimalTrigger.mts';
import { newOrder } from './signedOrders.mts';

/** Deliveries under way at the same time. */
const AT_ONCE = 20;

/** Milliseconds in which n8n finishes what it had answered, so that nobody's runs burden the next. */
const REST_MS = 1_500;

export interface ThroughputRow {
	trigger: string;
	/** Median over the rounds. */
	perSecond: number;
	rounds: number[];
	/** Ours divided by this one, from the medians. */
	oursRatio: number;
	/** Processor time of n8n for each delivery, its run included; another load on the machine changes it less. */
	cpuMs: number;
	cpuRatio: number;
}

const median = (list: number[]): number =>
	[...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;

const round = (value: number): number => Math.round(value * 100) / 100;

/** The same signed orders for each trigger in turn, round after round. */
export async function throughput(
	host: BenchHost,
	{ rounds, deliveries }: { rounds: number; deliveries: number },
): Promise<ThroughputRow[]> {
	const contestants: Array<{
		trigger: string;
		workflow: Published;
		speeds: number[];
		cpu: number[];
	}> = [];
	const add = (trigger: string, workflow: Published) =>
		contestants.push({ trigger, workflow, speeds: [], cpu: [] });
	const builtIn = await host.publish(BUILT_IN, { updates: ['messages'], options: {} });
	// It answers 200 to what it refuses too, but not in the same words.
	const { body } = await deliver(builtIn.url, newOrder());
	if (body.includes('Webhook call received')) throw new Error('The WhatsApp Trigger refuses');
	add('this trigger', await host.publishOurs());
	add("n8n's WhatsApp Trigger", builtIn);
	add('minimal trigger, no credential', await host.publish(MINIMAL_TRIGGER));
	add('minimal trigger, unread credential', await host.publish(MINIMAL_TRIGGER, {}, {}, true));
	add('plain Webhook node', await host.publish(WEBHOOK));

	// Round 0 warms up and does not count.
	for (let number = 0; number <= rounds; number++) {
		// Another one begins each round: being first has no lasting advantage.
		const shift = number % contestants.length;
		for (const { workflow, speeds, cpu } of [
			...contestants.slice(shift),
			...contestants.slice(0, shift),
		]) {
			const orders = Array.from({ length: number === 0 ? AT_ONCE * 2 : deliveries }, newOrder);
			const before = host.process.cpuMs();
			const speed = await acceptedPerSecond(workflow.url, orders, AT_ONCE);
			await sleep(REST_MS);
			if (number === 0) continue;
			speeds.push(speed);
			cpu.push((host.process.cpuMs() - before) / orders.length);
		}
	}
	const [ours] = contestants;
	return contestants.map(({ trigger, speeds, cpu }) => ({
		trigger,
		perSecond: round(median(speeds)),
		rounds: speeds.map(round),
		oursRatio: round(median(ours!.speeds) / median(speeds)),
		cpuMs: round(median(cpu)),
		cpuRatio: round(median(cpu) / median(ours!.cpu)),
	}));
}
