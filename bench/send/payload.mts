/**
 * How fast a message is validated and built, beside the client of another SDK in the same process.
 *
 * Both begin with the fields of a message and end with the bytes of its request body. Both check the same fields with
 * zod and tell every problem at once; what differs:
 * - Ours reads what builders give (numbers as texts, phone numbers as people write them, blanks around IDs, repeated
 *   SKUs) and counts characters as Meta does; the SDK takes clean values, checks kinds and lengths, and turns the
 *   names of its keys into Meta's.
 * - The SDK's public way ends at fetch, which answers at once here with a status that has no body. Its share of
 *   that, an address and one header, cannot be left out: `sdkRequest` says how long a request without a body takes.
 */
import { createRequire } from 'node:module';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';

const require = createRequire(import.meta.url);

interface Validated {
	ok: boolean;
	value: { messages(leftOut: Set<string>): Array<{ body: object }> };
}

/**
 * The machine may be busy with other things: the sides take turns, processor time is what counts, and the median of
 * the rounds is shown.
 */
const ROUNDS = 15;
const ROUND_MS = 150;
const NUMBER = '106540352242922';
const CATALOG = '194836987003835';
const skus = Array.from({ length: 30 }, (_unused, index) => `SKU-${index + 1}`);

export interface Rate {
	products: number;
	/** Messages a second of processor time. */
	ours: number;
	/** Messages a second of processor time. */
	sdk: number;
	/** Ours as a multiple of the SDK, of rounds beside each other. */
	ratio: number;
	/** Microseconds of the SDK's time for a message that are not its body. */
	sdkRequest: number;
}

export async function payloadRates(): Promise<Rate[]> {
	const ours = ourMessages();
	const sdk = sdkMessages();
	const rows: Rate[] = [];
	for (const products of [1, 30] as const) {
		rows.push({ products, ...(await compare(ours[products], sdk[products], sdk.request)) });
	}
	return rows;
}

const texts = { bodyText: 'Choose what you like', footerText: 'Until noon' };

/** The same calls as in operations/send.ts, on what is published. */
function ourMessages() {
	const ours = <T,>(file: string) => require(`../../../dist/nodes/shared/payload/${file}.js`) as T;
	const { singleProductDraft } = ours<{ singleProductDraft: unknown }>('singleProduct');
	const { multiProductDraft } = ours<{ multiProductDraft(options: object): unknown }>(
		'multiProduct',
	);
	const { validate } = ours<{ validate(schema: unknown, value: unknown): Validated }>('problems');
	const build = (schema: unknown, fields: object) => {
		const checked = validate(schema, fields);
		if (!checked.ok) throw new Error('The bench gives a message that does not pass.');
		return checked.value.messages(new Set()).map(({ body }) => JSON.stringify(body));
	};
	const common = {
		phoneNumberId: NUMBER,
		recipient: '+16505551234',
		catalogId: CATALOG,
		...texts,
		replyToMessageId: '',
		trackingData: '',
	};
	const options = { overflow: 'fail', singleWhenOne: false };
	const list = { ...common, headerText: 'Fresh today', sections: [{ title: 'All', skus }] };
	return {
		1: () => build(singleProductDraft, { ...common, productRetailerId: 'SKU-1' }),
		30: () => build(multiProductDraft(options), list),
	};
}

function sdkMessages() {
	const answer = { ok: true, status: 204, headers: new Headers() };
	const client = new WhatsAppClient({
		accessToken: 'bench',
		fetch: (async () => answer) as never,
	});
	const common = {
		phoneNumberId: NUMBER,
		to: '+16505551234',
		catalogId: CATALOG,
		...texts,
	};
	const header = { type: 'text', text: 'Fresh today' } as const;
	const productItems = skus.map((productRetailerId) => ({ productRetailerId }));
	const sections = [{ title: 'All', productItems }];
	const { messages } = client;
	return {
		1: async () => await messages.sendInteractiveProduct({ ...common, productRetailerId: 'SKU-1' }),
		30: async () => await messages.sendInteractiveProductList({ ...common, header, sections }),
		request: async () =>
			await client.request('POST', `${NUMBER}/messages`, { responseType: 'json' }),
	};
}

type Task = () => unknown;

async function compare(ours: Task, sdk: Task, request: Task): Promise<Omit<Rate, 'products'>> {
	const rounds: Array<{ ours: number; sdk: number; request: number }> = [];
	// The first ones let the compiler see everything.
	for (let round = -3; round < ROUNDS; round++) {
		const rates = {
			ours: await perSecond(ours),
			sdk: await perSecond(sdk),
			request: await perSecond(request),
		};
		if (round >= 0) rounds.push(rates);
	}
	return {
		ours: Math.round(median(rounds.map((one) => one.ours))),
		sdk: Math.round(median(rounds.map((one) => one.sdk))),
		ratio: Number(median(rounds.map((one) => one.ours / one.sdk)).toFixed(2)),
		sdkRequest: Number((1_000_000 / median(rounds.map((one) => one.request))).toFixed(1)),
	};
}

/** Each is awaited, so that a promise costs the same on both sides. */
async function perSecond(task: Task): Promise<number> {
	const started = process.cpuUsage();
	let count = 0;
	let spent = 0;
	while (spent < ROUND_MS * 1_000) {
		for (let turn = 0; turn < 100; turn++) await task();
		count += 100;
		const { user, system } = process.cpuUsage(started);
		spent = user + system;
	}
	return count / (spent / 1_000_000);
}

const median = (numbers: number[]): number =>
	[...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
