import type { Refusal } from '../../../../shared/graph/answer';
import { catalogProblems, type CatalogProblem } from '../../../../shared/graph/catalog/diagnostics';
import { isRefusedAs, meaningOf } from '../../../../shared/graph/refusals/codes';
import { type Finding, notChecked, ok, type Setup, warning } from './finding';

const CHECK = 'catalogProblems';

/** Problems with a finding of their own; the rest are counted in one. */
const NAMED = 5;

const LOOK = 'Open the catalog in Commerce Manager: it names the products and what they need.';

/** What to do about the kinds of problems that Meta knows. Facts 13.3. */
const WHAT_TO_DO = new Map([
	['ATTRIBUTES_MISSING', 'Fill in what is missing, in Commerce Manager or in your feed.'],
	['ATTRIBUTES_INVALID', 'Correct these values, in Commerce Manager or in your feed.'],
	['IMAGE_QUALITY', 'Give these products larger and clear pictures.'],
	['LOW_QUALITY_TITLE_AND_DESCRIPTION', 'Give these products clear names and descriptions.'],
	['POLICY_VIOLATION', 'Change these products, or ask for another review.'],
]);

/**
 * What Meta itself says must be mended in a catalog for WhatsApp, a finding each. Whether every token
 * and catalog gets an answer is not known, so without one nothing follows. Facts 13.3.
 */
export async function checkProblems({ graph }: Setup, catalogId: string): Promise<Finding[]> {
	const read = await catalogProblems(graph, catalogId);
	if (!read.ok) return [unknown(read.refusal)];
	const named = read.value.slice(0, NAMED);
	const others = read.value.length - named.length;
	if (named.length === 0) return [ok(CHECK, 'Meta sees no problem of the catalog in WhatsApp.')];
	return [
		...named.map(finding),
		...(others > 0 ? [warning(CHECK, `Meta names ${others} more of them.`, LOOK)] : []),
	];
}

/** Whether the catalog is there at all, and the host is Meta's, is for other checks to say. */
function unknown(refusal: Refusal): Finding {
	const hasMeaning = refusal.kind === 'unanswered' || meaningOf(refusal) !== undefined;
	if (hasMeaning && !isRefusedAs(refusal, 'objectUnknown', 'parameterInvalid')) {
		return notChecked(CHECK, refusal);
	}
	return warning(CHECK, 'Not checked: Meta gives no list that can be read.', LOOK);
}

function finding({ title, details, severity, type, count }: CatalogProblem): Finding {
	const level = (severity ?? 'MUST_FIX').replaceAll('_', ' ').toLowerCase();
	const products = count === 1 ? '1 product' : `${count ?? 'an unknown number of'} products`;
	const what = `${withoutStop(title)} (${level}, ${products}).${details === null ? '' : ` ${withoutStop(details)}.`}`;
	const todo = WHAT_TO_DO.get(type ?? '');
	return warning(CHECK, what, todo === undefined ? LOOK : `${todo} ${LOOK}`);
}

/** Meta ends some of its texts with a full stop. */
const withoutStop = (text: string): string => text.trim().replace(/\.+$/, '');
