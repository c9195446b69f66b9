import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';

/** Why Meta, or the connection to Meta, refused. Holds no part of the request and so no secret. */
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
			/** Whether Meta says that the same request can succeed later. */
			isTransient?: boolean;
			/** The host that answered with a redirect. */
			redirectedBy?: string;
	  }
	/** No answer came. `code` is the transport's, for instance ECONNREFUSED. */
	| { kind: 'unanswered'; code: string };

/** What was asked for, or why it did not come. */
export type Result<T> = { ok: true; value: T } | Refused;

export type Refused<R extends Refusal = Refusal> = { ok: false; refusal: R };

/** The body of an answer. */
export type GraphAnswer = Result<IDataObject>;

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
		return { ok: true, value: body as IDataObject };
	return notGraph(statusCode);
}

/**
 * An answer that cannot be read. It says nothing, so nothing may be concluded from it or changed
 * because of it.
 *
 * @param what as a sentence without its full stop
 */
export const unreadable = (
	what: string,
	httpStatus = 200,
): Refused<Extract<Refusal, { kind: 'refused' }>> => ({
	ok: false,
	refusal: {
		kind: 'refused',
		httpStatus,
		code: null,
		message: what,
		details: null,
		traceId: null,
	},
});

/** An answer that does not have the shape of Graph's, whatever its status. */
export const notGraph = (httpStatus = 200) =>
	unreadable('The answer is not one of the Graph API', httpStatus);

/** The Graph API never redirects: it is another host that answers, or something in between. */
function redirectAnswer(httpStatus: number, url: string): Refused {
	const { refusal } = notGraph(httpStatus);
	return { ok: false, refusal: { ...refusal, redirectedBy: new URL(url).host } };
}

/** Longer texts of a refusal are cut: they are for people to read. */
const MAX_TEXT = 500;

/** Meta's secrets are longer; a shorter text could be part of an ID or a name by chance. */
const MIN_SECRET = 8;

/** The answer with nothing in its texts that the credential holds: hosts echo what they got. */
export function withoutSecrets(answer: GraphAnswer, secrets: string[]): GraphAnswer {
	const held = secrets.filter((secret) => secret.length >= MIN_SECRET);
	const clean = (text: string) =>
		held.reduce((cleaned, secret) => cleaned.split(secret).join('•••'), text);
	if (answer.ok) return { ok: true, value: cleanedBody(answer.value, clean) };
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

/** In place, since nothing else holds the body, and without recursion: a host may nest it to any depth. */
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

/** Reads only the code of what an HTTP helper threw: the rest may hold the token. */
export function readFailure(failure: unknown): Refused {
	const { httpCode, code, cause } = failure as {
		httpCode?: unknown;
		code?: unknown;
		cause?: { code?: unknown };
	};
	const known = [httpCode, code, cause?.code].find((one) => typeof one === 'string');
	return { ok: false, refusal: { kind: 'unanswered', code: String(known ?? 'unknown') } };
}
