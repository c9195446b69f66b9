import { randomBytes, randomInt } from 'node:crypto';
import type { BenchHost } from './host.mts';
import { deliver, inParallel } from './load.mts';
import { envelope, orderMessage, signed } from './signedOrders.mts';

export interface HostileRow {
	payloads: number;
	answered200: number;
	answered5xx: number;
	/** Good orders that stood beside something hostile, and how many of them started a run. */
	goodOrders: number;
	runs: number;
	msMedian: number;
}

const NAMES = [
	'id type order text body context referred_product product_items system statuses messages',
	'contacts profile errors metadata entry changes value field from from_user_id timestamp',
	'__proto__ constructor prototype toString then json binary pairedItem',
].flatMap((some) => some.split(' '));

const pick = <T,>(list: T[]): T => list[randomInt(list.length)] as T;

/** Any JSON, nested up to `depth`. */
function anything(depth: number): unknown {
	const kind = randomInt(depth > 0 ? 9 : 6);
	if (kind === 0) return null;
	if (kind === 1) return randomInt(2) === 0;
	if (kind === 2) return randomInt(1_000_000) / 7;
	if (kind === 3) return randomBytes(randomInt(40)).toString('latin1');
	if (kind === 4) return pick(['order', 'failed', '1795255200', '', '9'.repeat(400), '\u0000']);
	if (kind === 5) return -0.0;
	const count = randomInt(5);
	if (kind === 6) return Array.from({ length: count }, () => anything(depth - 1));
	return Object.fromEntries(
		Array.from({ length: count }, () => [pick(NAMES), anything(depth - 1)]),
	);
}

/** The same value, wrapped so often that a recursive reader would run out of stack. */
const nested = (): string => `${'['.repeat(5_000)}${']'.repeat(5_000)}`;

/** Parts as Meta might have them one day. */
const future = (): unknown =>
	pick<() => unknown>([
		() => ({ id: 'wamid.F', type: 'order_v2', order_v2: anything(4) }),
		() => ({ id: { opaque: 'wamid.F' }, type: 'order', order: anything(4) }),
		() => ({ type: 'order', order: { product_items: { data: [anything(3)] } } }),
		() => ({ id: 'wamid.F', type: 'text', text: anything(3), context: anything(3) }),
		() => ({ id: 'wamid.F', type: { name: 'order' } }),
		() => anything(6),
	])();

/** So many signed deliveries that are not as they should be, each with a good order in it. */
export async function hostile(host: BenchHost, payloads: number): Promise<HostileRow> {
	const workflow = await host.publishOurs(
		{
			events: ['order', 'productQuestion', 'messageFailed', 'systemMessage', 'textMessage'].concat([
				'unrecognized',
			]),
			outputs: 'perEvent',
		},
		{ saveDataSuccessExecution: 'all' },
	);
	const numbers = Array.from({ length: payloads }, (_unused, number) => number);
	const answers = await inParallel(numbers, 20, async (number) => {
		const good = orderMessage(`wamid.HOSTILE${number}`);
		const messages = [...Array.from({ length: randomInt(3) }, future), good, future()];
		const more = [anything(4), { field: 'messages', value: anything(4) }];
		const body = JSON.stringify(envelope(messages, more));
		const text = number % 50 === 0 ? body.replace('"Bitte läuten"', nested()) : body;
		return await deliver(workflow.url, signed(text));
	});
	const count = (holds: (status: number) => boolean) =>
		answers.filter(({ status }) => holds(status)).length;
	const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
	return {
		payloads,
		answered200: count((status) => status === 200),
		answered5xx: count((status) => status >= 500),
		goodOrders: payloads,
		runs: await host.storedRuns(workflow),
		msMedian: Math.round(times[Math.floor(times.length / 2)] ?? NaN),
	};
}
