import type { OutgoingMessage } from '../../payload/messages/envelope';
import { otherSpelling } from '../../payload/phones/spellings';
import type { Refusal } from '../answer';
import { causeOf } from './causes';
import { isRefusedAs } from './codes';
import { guidanceFor } from './guidance';
import type { Guidance } from './guidanceTable';

/**
 * What the refusal of a message means, with what is known about that message.
 *
 * @param seen what a look at the catalog has found, as sentences
 */
export function messageGuidance(
	refusal: Refusal,
	message: OutgoingMessage,
	seen: readonly string[] = [],
): Guidance {
	const given = guidanceFor(refusal);
	if (isRefusedAs(refusal, 'recipientNotOnTestList')) {
		return withMore(given, aboutTestList(message));
	}
	if (!isRefusedAs(refusal, 'valueRefused', 'parameterInvalid')) return given;
	if (causeOf(refusal) !== undefined) return withMore(given, seen);
	if (isRefusedAs(refusal, 'parameterInvalid')) {
		return { ...given, todo: [...seen, given.todo].join(' ') };
	}
	const likely = [...seen, ...aboutHeader(message)];
	return likely.length === 0 ? given : { ...given, todo: likely.join(' ') };
}

const withMore = (guidance: Guidance, sentences: readonly string[]): Guidance => ({
	...guidance,
	todo: [guidance.todo, ...sentences].join(' '),
});

/** The list holds phone numbers, in one of their spellings. Facts 17.8. */
function aboutTestList({ recipient, phone }: OutgoingMessage): string[] {
	const number = 'to' in recipient ? recipient.to : phone;
	if (number === undefined) {
		return [
			'A business-scoped user ID is not on that list: give the phone number as Recipient, or the whole customer of the trigger, whose phone number is used then.',
		];
	}
	const other = otherSpelling(number);
	return other === undefined
		? []
		: [`${number} is also written ${other}: if the list holds that one, send to it.`];
}

/** Whether Meta minds a single formatting character in a header is not known. Facts 17.7. */
function aboutHeader({ shows, template }: OutgoingMessage): string[] {
	const [character] = /[*_~]/.exec(template === undefined ? (shows.header ?? '') : '') ?? [];
	return character === undefined
		? []
		: [`Its header holds "${character}", which Meta may not take there: try it without.`];
}
