/** How fast a message is validated and built, beside the client of another SDK in the same process. */
import { createRequire } from 'node:module';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';

const require = createRequire(import.meta.url);

interface Validated {
	ok: boolean;
	value: { messages(leftOut: Set<string>): Array<{ body: object }> };
}

const SECONDS = 2;
const NUMBER = '106540352242922';
const CATALOG = '194836987003835';
const skus = Array.from({ length: 30 }, (_unused, index) => `SKU-${index + 1}`);

export interface Rate {
	products: number;
	ours: number;
	sdk: number;
}

/** From the fields of a message to the bytes of its request; the SDK's request ends at a fetch that answers at once. */
export async function payloadRates(): Promise<Rate[]> {
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
	const texts = { bodyText: 'Choose what you like', footerText: 'Until noon' };
	const common = {
		phoneNumberId: NUMBER,
		recipient: '+16505551234',
		catalogId: CATALOG,
		...texts,
		replyToMessageId: '',
		trackingData: '',
	};
	const listSchema = multiProductDraft({
		overflow: 'fail',
		singleWhenOne: false,
	});
	const list = { ...common, headerText: 'Fresh today', sections: [{ title: 'All', skus }] };

	const answer = JSON.stringify({
		messaging_product: 'whatsapp',
		contacts: [],
		messages: [{ id: 'wamid.X' }],
	});
	const client = new WhatsAppClient({
		accessToken: 'bench',
		fetch: (async () => ({
			ok: true,
			status: 200,
			headers: new Headers(),
			json: async () => JSON.parse(answer) as unknown,
			text: async () => answer,
		})) as never,
	});
	const sdkCommon = {
		phoneNumberId: NUMBER,
		to: '+16505551234',
		catalogId: CATALOG,
		bodyText: texts.bodyText,
		footerText: texts.footerText,
	};
	const sections = [
		{ title: 'All', productItems: skus.map((productRetailerId) => ({ productRetailerId })) },
	];
	return [
		{
			products: 1,
			ours: await perSecond(() =>
				build(singleProductDraft, { ...common, productRetailerId: 'SKU-1' }),
			),
			sdk: await perSecond(
				async () =>
					await client.messages.sendInteractiveProduct({
						...sdkCommon,
						productRetailerId: 'SKU-1',
					}),
			),
		},
		{
			products: 30,
			ours: await perSecond(() => build(listSchema, list)),
			sdk: await perSecond(
				async () =>
					await client.messages.sendInteractiveProductList({
						...sdkCommon,
						header: { type: 'text', text: 'Fresh today' },
						sections,
					}),
			),
		},
	];
}

/** Both are awaited, so that a promise costs the same on both sides. */
async function perSecond(task: () => unknown): Promise<number> {
	for (let count = 0; count < 2_000; count++) await task();
	const started = performance.now();
	let count = 0;
	while (performance.now() - started < SECONDS * 1_000) {
		await task();
		count++;
	}
	return Math.round(count / ((performance.now() - started) / 1_000));
}
