import { newTraceId } from '../../world/ids.mts';
import type { TroubleName, TroubleValues } from '../../world/troubles/table.mts';
import { CODES } from './codes.mts';
import type { Code } from './codes.mts';
import { userWords } from './language.mts';

interface Extras {
	subcode?: number;
	/** Whether the same call is likely to succeed a little later (facts 3). */
	transient?: boolean;
	type?: 'OAuthException' | 'GraphMethodException';
	/** `error_data.details`, the only part that tells apart the faults behind one code (facts 0 #5). */
	details?: string;
	/** The trouble that is the reason; said in the log only. */
	trouble?: TroubleName;
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

	/** @param language the trouble `refusalLanguage` */
	body(language: TroubleValues['refusalLanguage'] = 'none'): object {
		const { subcode, transient, type } = this.extras;
		const words = userWords(this.code, language);
		const details = this.extras.details && (words?.details ?? this.extras.details);
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
				...(words ? { error_user_title: words.title, error_user_msg: words.message } : {}),
				fbtrace_id: newTraceId(),
			},
		};
	}
}

/** `(#131009) Parameter value is not valid` with details: the form of every refused message (facts 3). */
export function messageRefusal(code: Code, details: string, trouble?: TroubleName): GraphRefusal {
	return new GraphRefusal(code, `(#${code}) ${CODES[code].title}`, {
		details,
		...(trouble === undefined ? {} : { trouble }),
	});
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
