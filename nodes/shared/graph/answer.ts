import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';

/** What Meta, or the way to Meta, said no with. Holds no part of the request and so no secret. */
export type Refusal =
	| {
			kind: 'refused';
			httpStatus: number;
			/** Meta's error code; null when the answer was not one of Graph's. Facts 3. */
			code: number | null;
			message: string;
			/** `error_data.details`: what tells the causes behind one code apart. */
			details: string | null;
			traceId: string | null;
			/** Meta's own word that the same request can succeed later. */
			isTransient?: boolean;
			/** The host that answered with a redirect instead of an answer of its own. */
			redirectedBy?: string;
	  }
	/** No answer came. `code` is the transport's own, such as ECONNREFUSED. */
	| { kind: 'unanswered'; code: string };

export type GraphAnswer = { ok: true; body: IDataObject } | { ok: false; refusal: Refusal };

const softText = z.string().optional().catch(undefined);

/** Meta's error body; only the code decides, so an odd value elsewhere does not matter. Facts 3. */
const refusalBody = z.object({
	error: z.object({
		message: softText,
		code: z.number().optional().catch(undefined),
		error_user_msg: softText,
		error_data: z.object({ details: softText }).optional().catch(undefined),
		fbtrace_id: softText,
		is_transient: z.boolean().optional().catch(undefined),
	}),
});

/**
 * Reads a full response. An answer that is neither an object nor Graph's error is a refusal too.
 *
 * @param url where the call went: a redirect is told with its host, and never followed
 */
export function readAnswer(
	response: { statusCode: number; body: unknown },
	url: string,
): GraphAnswer {
	const { statusCode, body } = response;
	if (statusCode >= 300 && statusCode < 400) return redirectAnswer(statusCode, url);
	const refused = refusalBody.safeParse(body);
	if (refused.success) {
		const { error } = refused.data;
		return {
			ok: false,
			refusal: {
				kind: 'refused',
				httpStatus: statusCode,
				code: error.code ?? null,
				message: error.message ?? 'no message',
				details: error.error_data?.details ?? error.error_user_msg ?? null,
				traceId: error.fbtrace_id ?? null,
				...(error.is_transient && { isTransient: true }),
			},
		};
	}
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	if (isObject && statusCode >= 200 && statusCode < 300)
		return { ok: true, body: body as IDataObject };
	return notGraphAnswer(statusCode);
}

/** An answer that does not have the shape of Graph's, whatever its status. */
export const notGraphAnswer = (
	httpStatus: number,
): { ok: false; refusal: Extract<Refusal, { kind: 'refused' }> } => ({
	ok: false,
	refusal: {
		kind: 'refused',
		httpStatus,
		code: null,
		message: 'The answer is not one of the Graph API',
		details: null,
		traceId: null,
	},
});

/** The Graph API never redirects: whoever does is not it, or stands in between. */
function redirectAnswer(httpStatus: number, url: string): Extract<GraphAnswer, { ok: false }> {
	const { refusal } = notGraphAnswer(httpStatus);
	return { ok: false, refusal: { ...refusal, redirectedBy: new URL(url).host } };
}

/** Longer texts of a refusal are cut: they are for people to read. */
const MAX_TEXT = 500;

/** Shorter ones are none of Meta's, and could be part of an ID or a name by chance. */
const MIN_SECRET = 8;

/** The answer with nothing in its texts that the credential holds: hosts echo what they got. */
export function withoutSecrets(answer: GraphAnswer, secrets: string[]): GraphAnswer {
	const held = secrets.filter((secret) => secret.length >= MIN_SECRET);
	const clean = (text: string) =>
		held.reduce((cleaned, secret) => cleaned.split(secret).join('•••'), text);
	if (answer.ok) return { ok: true, body: cleanedBody(answer.body, clean) };
	if (answer.refusal.kind !== 'refused') return answer;
	const { message, details, traceId } = answer.refusal;
	const short = (text: string) => clean(text).slice(0, MAX_TEXT);
	return {
		ok: false,
		refusal: {
			...answer.refusal,
			message: short(message),
			details: details === null ? null : short(details),
			traceId: traceId === null ? null : short(traceId),
		},
	};
}

/** In place, since the body is nobody else's, and without recursion: a host may nest as deep as it likes. */
function cleanedBody(body: IDataObject, clean: (text: string) => string): IDataObject {
	const parts = [body];
	for (const part of parts) {
		for (const [key, value] of Object.entries(part)) {
			if (typeof value === 'string') part[key] = clean(value);
			else if (typeof value === 'object' && value !== null) parts.push(value as IDataObject);
		}
	}
	return body;
}

/** Reads what an HTTP helper threw, taking only its code along: the rest may hold the token. */
export function readFailure(failure: unknown): GraphAnswer {
	const { httpCode, code, cause } = failure as {
		httpCode?: unknown;
		code?: unknown;
		cause?: { code?: unknown };
	};
	const known = [httpCode, code, cause?.code].find((one) => typeof one === 'string');
	return { ok: false, refusal: { kind: 'unanswered', code: String(known ?? 'unknown') } };
}

/** A list of Graph whose rows are read one by one, so that an odd one hides no other. */
export const list = z.object({ data: z.array(z.unknown()) });

/**
 * What counts as an answer that says nothing: nobody's callback may be touched on the strength of
 * it.
 */
export const UNREADABLE: Refusal = {
	kind: 'refused',
	httpStatus: 200,
	code: null,
	message: 'The answer about callback URLs cannot be read',
	details: null,
	traceId: null,
};
