import { z } from 'zod/v4';

import type { Refusal } from '../answer';
import type { Graph } from '../connection';

/** A value of another kind than expected counts as not told. */
const soft = z.string().optional().catch(undefined);

/** Whether messages can be sent, and what stands in the way. Facts 6.5. */
const health = z
	.object({
		can_send_message: soft,
		entities: z
			.array(
				z.object({
					can_send_message: soft,
					additional_info: z.array(z.string()).catch([]),
					errors: z.array(z.object({ error_description: z.string().catch('') })).catch([]),
				}),
			)
			.catch([]),
	})
	.optional()
	.catch(undefined);

export type Health = z.infer<typeof health>;

const account = z.object({ id: z.string(), name: soft, health_status: health });

const number = z.object({
	id: z.string(),
	display_phone_number: soft,
	verified_name: soft,
	status: soft,
	platform_type: soft,
	code_verification_status: soft,
	name_status: soft,
	quality_rating: soft,
	throughput: z.object({ level: soft }).optional().catch(undefined),
	health_status: health,
	/** The callback URLs of the three levels, as far as they are set. Facts 5.3. */
	webhook_configuration: z
		.object({ phone_number: soft, whatsapp_business_account: soft, application: soft })
		.optional()
		.catch(undefined),
});

export type AccountStanding = z.infer<typeof account>;
export type NumberStanding = z.infer<typeof number>;

export type Standing<T> = { ok: true; standing: T } | { ok: false; refusal: Refusal };

const UNREADABLE: Refusal = {
	kind: 'refused',
	httpStatus: 200,
	code: null,
	message: 'The answer is not about this object',
	details: null,
	traceId: null,
};

/** How the business account stands. Facts 6.5. */
export async function accountStanding(graph: Graph): Promise<Standing<AccountStanding>> {
	return await read(graph, graph.businessAccountId, account);
}

/** How a phone number stands, with the callback URLs of all three levels. Facts 5.3, 6.5. */
export async function numberStanding(
	graph: Graph,
	phoneNumberId: string,
): Promise<Standing<NumberStanding>> {
	return await read(graph, phoneNumberId, number);
}

async function read<Shape extends z.ZodRawShape>(
	graph: Graph,
	id: string,
	schema: z.ZodObject<Shape>,
): Promise<Standing<z.infer<z.ZodObject<Shape>>>> {
	const query = { fields: Object.keys(schema.shape).join(',') };
	const answer = await graph.call({ method: 'GET', path: [id], query });
	if (!answer.ok) return answer;
	const standing = schema.safeParse(answer.body);
	return standing.success
		? { ok: true, standing: standing.data }
		: { ok: false, refusal: UNREADABLE };
}

/** Meta's reasons, as sentences. */
export const healthReasons = (given: Health): string[] =>
	(given?.entities ?? [])
		.flatMap(({ additional_info: info, errors }) => [
			...info,
			...errors.map(({ error_description: text }) => text),
		])
		.filter((text) => text !== '');
