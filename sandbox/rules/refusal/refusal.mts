import { newTraceId } from '../../world/ids.mts';
import { CODES } from './codes.mts';
import type { Code } from './codes.mts';

interface Extras {
	subcode?: number;
	/** Whether the same call is likely to succeed a little later (facts 3). */
	transient?: boolean;
	type?: 'OAuthException' | 'GraphMethodException';
	/** `error_data.details`, the only part that tells apart the faults behind one code (facts 0 #5). */
	details?: string;
}

/** A refusal in Meta's form (facts 3). Thrown anywhere in a Graph route, answered by the dispatcher. */
export class GraphRefusal extends Error {
	readonly code: Code;
	readonly extras: Extras;

	constructor(code: Code, message: string, extras: Extras = {}) {
		super(message);
		this.name = 'GraphRefusal';
		this.code = code;
		this.extras = extras;
	}

	get status(): number {
		return CODES[this.code].status;
	}

	get body(): object {
		const { subcode, transient, type, details } = this.extras;
		return {
			error: {
				message: this.message,
				type: type ?? 'OAuthException',
				code: this.code,
				...(transient === undefined ? {} : { is_transient: transient }),
				...(subcode === undefined ? {} : { error_subcode: subcode }),
				...(details === undefined
					? {}
					: { error_data: { messaging_product: 'whatsapp', details } }),
				fbtrace_id: newTraceId(),
			},
		};
	}
}

/** `(#131009) Parameter value is not valid` with details: the form of every refused message (facts 3). */
export function messageRefusal(code: Code, details: string): GraphRefusal {
	return new GraphRefusal(code, `(#${code}) ${CODES[code].title}`, { details });
}

/** `(#100) …`: for the parameters of all edges other than messages. */
export function parameterRefusal(sentence: string): GraphRefusal {
	return new GraphRefusal(100, `(#100) ${sentence}`);
}

/** Wrong object id, or an edge the object does not have: code 100, subcode 33 (facts 3, codes 33 and 100). */
export function unknownObjectRefusal(method: string, id: string): GraphRefusal {
	return new GraphRefusal(
		100,
		`Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, ` +
			'or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api',
		{ type: 'GraphMethodException', subcode: 33 },
	);
}

export function unknownFieldRefusal(field: string, nodeType: string): GraphRefusal {
	return parameterRefusal(
		`Tried accessing nonexisting field (${field}) on node type (${nodeType})`,
	);
}
