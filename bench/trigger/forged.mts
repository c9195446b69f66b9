import { createHmac, randomInt } from 'node:crypto';
import type { BenchHost } from './host.mts';
import { deliver, inParallel } from './load.mts';
import { envelope, newOrder, orderMessage, signatureOf, signed } from './signedOrders.mts';

export interface ForgedRow {
	mutation: string;
	deliveries: number;
	refused401: number;
	other: string;
	accepted: number;
}

interface Forged {
	body: Buffer;
	signature: string | null;
}

/** Each makes a delivery that differs from a true one. Bodies stay JSON where n8n itself would refuse others first (422). */
const MUTATIONS: Record<string, () => Forged> = {
	'a bit of the signature': () => {
		const { body, signature } = newOrder();
		const digest = Buffer.from(signature.slice(7), 'hex');
		digest[randomInt(32)]! ^= 1 << randomInt(8);
		return { body, signature: `sha256=${digest.toString('hex')}` };
	},
	'a bit of the body': () => {
		const { body, signature } = newOrder();
		// A digit of the id: the body stays JSON, as an attacker would have it.
		const at = body.indexOf('wamid.BENCH') + 'wamid.BENCH'.length;
		body[at] = 0x30 + ((body[at]! - 0x30 + 1 + randomInt(8)) % 10);
		return { body, signature };
	},
	'another price': () => {
		const { body, signature } = newOrder();
		return { body: Buffer.from(body.toString().replace('15.5', '0.01')), signature };
	},
	'signature cut off': () => {
		const { body, signature } = newOrder();
		return { body, signature: signature.slice(0, randomInt(signature.length)) };
	},
	'signature too long': () => {
		const { body, signature } = newOrder();
		return { body, signature: signature + '0'.repeat(1 + randomInt(8)) };
	},
	'body cut off (to other JSON)': () => ({ ...newOrder(), body: Buffer.from('{}') }),
	're-serialised': () => {
		// Signed as Meta writes it, with escapes; delivered as JSON.stringify writes it. Facts 5.2.
		const { body } = newOrder();
		const wire = Buffer.from(body.toString().replaceAll('ä', '\\u00e4'));
		return { body, signature: signatureOf(wire) };
	},
	'a blank more': () => {
		const { body, signature } = newOrder();
		return { body: Buffer.concat([body, Buffer.from(' ')]), signature };
	},
	'another secret': () => signed(envelope([orderMessage('wamid.FORGED')]), 'another secret'),
	'an empty secret': () => signed(envelope([orderMessage('wamid.FORGED')]), ''),
	'replayed with another body': () => ({
		body: newOrder().body,
		signature: newOrder().signature,
	}),
	'no signature': () => ({ body: newOrder().body, signature: null }),
	'an empty signature': () => ({ body: newOrder().body, signature: '' }),
	'upper case': () => {
		const { body, signature } = newOrder();
		return { body, signature: `sha256=${signature.slice(7).toUpperCase()}` };
	},
	'the name in upper case': () => {
		const { body, signature } = newOrder();
		return { body, signature: `SHA256=${signature.slice(7)}` };
	},
	'twice in one header': () => {
		const { body, signature } = newOrder();
		return { body, signature: `${signature}, ${signature}` };
	},
	sha1: () => {
		const { body } = newOrder();
		return { body, signature: `sha1=${createHmac('sha1', 'x').update(body).digest('hex')}` };
	},
	'the body hashed without a key': () => {
		const { body } = newOrder();
		return { body, signature: signatureOf(body, '') };
	},
};

/** So many deliveries that Meta did not sign: none may be accepted, each gets a 401. */
export async function forged(host: BenchHost, deliveries: number): Promise<ForgedRow[]> {
	const workflow = await host.publishOurs({}, { saveDataSuccessExecution: 'all' });
	const each = Math.ceil(deliveries / Object.keys(MUTATIONS).length);
	const rows: ForgedRow[] = [];
	for (const [mutation, make] of Object.entries(MUTATIONS)) {
		const list = Array.from({ length: each }, make);
		const answers = await inParallel(list, 20, async (one) => await deliver(workflow.url, one));
		const others = answers.map(({ status }) => status).filter((status) => status !== 401);
		rows.push({
			mutation,
			deliveries: each,
			refused401: each - others.length,
			other: [...new Set(others)].join(),
			accepted: answers.filter(({ status }) => status < 300).length,
		});
	}
	// The trigger is not refusing everything: a true order still runs, and it alone did.
	const { status } = await deliver(workflow.url, newOrder());
	const runs = await host.storedRuns(workflow);
	if (status !== 200 || runs !== 1) throw new Error(`${runs} runs of one true order`);
	return rows;
}
