import type { Answer } from './http.mts';
import type { SignatureKind } from '../world/records.mts';

/** Why an attempt failed, or null: Meta repeats everything but a 200 for up to seven days (facts 2.7). */
export function answerReason({ status, text }: Answer, signature: SignatureKind): string | null {
	if (status === null) return `Nobody answered: ${text}.`;
	if (status === 200) return null;
	const signed =
		signature === 'valid' ? '' : ` Its signature was ${signature} on purpose, so this is right.`;
	if (status === 401 || status === 403)
		return `The receiver refused the delivery with ${status}.${signed}`;
	if (status === 404)
		return 'Nothing listens at this address (404): is the workflow with the trigger published?';
	return `The receiver answered ${status} and not 200: Meta would deliver this again.${signed}`;
}
