import { z } from 'zod/v4';

import { type Result, unreadable } from '../answer';
import type { Graph } from '../connection';

/** A value of an unexpected kind counts as missing. */
const soft = z.string().optional().catch(undefined);

/** Whether messages can be sent, and what prevents it. Facts 6.5. */
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

export type AccountStatus = z.infer<typeof account>;
export type NumberStatus = z.infer<typeof number>;

/** The business account and whether it can send. Facts 6.5. */
export async function accountStatus(graph: Graph): Promise<Result<AccountStatus>> {
	return await statusOf(graph, graph.businessAccountId, account);
}

/** The state of a phone number, with the callback URLs of all three levels. Facts 5.3, 6.5. */
export async function numberStatus(
	graph: Graph,
	phoneNumberId: string,
): Promise<Result<NumberStatus>> {
	return await statusOf(graph, phoneNumberId, number);
}

async function statusOf<Shape extends z.ZodRawShape>(
	graph: Graph,
	id: string,
	schema: z.ZodObject<Shape>,
): Promise<Result<z.infer<z.ZodObject<Shape>>>> {
	const query = { fields: Object.keys(schema.shape).join(',') };
	const answer = await graph.call({ method: 'GET', path: [id], query });
	if (!answer.ok) return answer;
	const read = schema.safeParse(answer.value);
	return read.success
		? { ok: true, value: read.data }
		: unreadable('The answer is not about this object');
}

/** Meta's reasons, as sentences. */
export const healthReasons = (given: Health): string[] =>
	(given?.entities ?? [])
		.flatMap(({ additional_info: info, errors }) => [
			...info,
			...errors.map(({ error_description: text }) => text),
		])
		.filter((text) => text !== '');
