import type { Refusal } from '../answer';
import { isRefusedAs } from './codes';
import { guidanceFor, type Guidance } from './guidance';

/** Where the same settings can be changed by hand. */
const BY_HAND =
	'WhatsApp Manager has a switch for each of them, in the settings of the catalog under Account tools > Catalog: use these instead.';

/**
 * What it means that Meta did not save the commerce settings of a number. It may answer 500 with the code 1 for a
 * day, and test numbers may have none (facts 17.3).
 */
export function settingsGuidance(refusal: Refusal): Guidance {
	const given = guidanceFor(refusal);
	if (isRefusedAs(refusal, 'serviceDown')) {
		return {
			what: 'Meta did not save the commerce settings',
			todo: `Try again later; it can stay like that for a day. ${BY_HAND}`,
			failure: { cause: 'temporarily-unavailable' },
		};
	}
	if (isRefusedAs(refusal, 'parameterInvalid')) {
		return {
			...given,
			todo: `${given.todo} A test number may not have these settings. ${BY_HAND}`,
		};
	}
	return given;
}
