import type { AccountStatus, NumberStatus } from '../../../../shared/graph/account/status';
import type { Refusal, Result } from '../../../../shared/graph/answer';
import type { Graph } from '../../../../shared/graph/connection';
import { causeOf } from '../../../../shared/graph/refusals/causes';
import { isRefusedAs } from '../../../../shared/graph/refusals/codes';
import { readGuidance } from '../../../../shared/graph/refusals/readRefused';
import { shortened } from '../../../../shared/payload/values/text';

export type Status = 'ok' | 'warning' | 'fail';

/** One line of a diagnosis. */
export interface Finding {
	check: string;
	status: Status;
	/** What was found, as a sentence. */
	what: string;
	/** What to do about it; null when nothing is. */
	todo: string | null;
}

/** What the checks of a diagnosis look at. */
export interface Setup {
	graph: Graph;
	/** Never part of a finding. */
	accessToken: string;
	hasAppSecret: boolean;
	apiVersion: string;
	phoneNumberId: string;
	/** The catalog that the builder means; empty for the connected one. */
	catalogId: string;
	sampleSkus: string[];
	/** Whether Meta may be asked about the token. */
	inspectsToken: boolean;
	/** The callback URL that the builder expects; empty for any of this n8n. */
	expectedUrl: string;
	/** The origin of this n8n's webhooks, for instance `https://n8n.example.com`; null when n8n does not say. */
	ownOrigin: string | null;
	/** Read once for all checks. */
	account: Result<AccountStatus>;
	number: Result<NumberStatus>;
}

/** One check. It asks and never changes anything; it never throws for what Meta answers. */
export type Check = (setup: Setup) => Finding[] | Promise<Finding[]>;

export const ok = (check: string, what: string): Finding => found(check, 'ok', what, null);

export const warning = (check: string, what: string, todo: string): Finding =>
	found(check, 'warning', what, todo);

export const fail = (check: string, what: string, todo: string): Finding =>
	found(check, 'fail', what, todo);

/** Code points of a finding, which may quote texts of any length that the host gave. */
const MAX_WHAT = 500;

const found = (check: string, status: Status, what: string, todo: string | null): Finding => ({
	check,
	status,
	what: shortened(what, MAX_WHAT),
	todo,
});

/**
 * A check that Meta refused to answer: a warning, since nothing is known, unless the refusal itself
 * says that the object is not there.
 */
export function notChecked(check: string, refusal: Refusal): Finding {
	const { what, todo } = readGuidance(refusal);
	const isMissing =
		isRefusedAs(refusal, 'objectUnknown', 'parameterInvalid') &&
		causeOf(refusal)?.mayBeDenied !== true;
	if (isMissing) return fail(check, `${what}.`, todo);
	return warning(check, `Not checked. ${what}.`, todo);
}
