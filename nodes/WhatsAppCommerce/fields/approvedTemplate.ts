import { productTemplate } from '../../shared/graph/account/templates';
import { LABELS } from '../../shared/payload/labels';
import type { ProductTemplate } from '../../shared/payload/templates/productTemplate';
import { preview } from '../../shared/payload/values/text';
import type { Run } from '../items/run';
import { readTemplateValue, template, templateKind } from './template';

/** What each review status means for a send. Facts 3: 132001, 132015, 132016. */
const STATUS_WORDS = new Map([
	['PENDING', 'is still being reviewed by Meta. Wait for its approval'],
	['REJECTED', 'was rejected by Meta. Change it in WhatsApp Manager and hand it in again'],
	['PAUSED', 'is paused by Meta because of its quality. Wait until it is active again, or edit it'],
	['DISABLED', 'is disabled by Meta because of its quality. Make a new one'],
]);

export const KIND_LABELS: Record<ProductTemplate['kind'], string> = {
	multiProduct: 'Multi-Product',
	singleProduct: 'Single Product',
	catalog: 'Catalog',
	carousel: 'Product Carousel',
};

/**
 * The chosen template as the account has it now.
 *
 * @throws InputProblems when there is none that can be sent, NodeApiError when Meta refuses to tell
 */
export async function readTemplate(run: Run, item: number): Promise<ProductTemplate> {
	const label = LABELS.template;
	const chosen = await readApproved(run, item, label, template.read(run, item));
	const { kind, name, language } = chosen;
	if (kind === templateKind.read(run, item)) return chosen;
	const sentence = `${label} ${name} (${language}) is of another type: choose Template Type › ${KIND_LABELS[kind]}.`;
	throw run.problem(label, sentence, item);
}

/**
 * A product template by the value of a locator, read once for each run.
 *
 * @param label the label of the locator
 * @throws InputProblems when there is none that can be sent, NodeApiError when Meta refuses to tell
 */
export async function readApproved(
	run: Run,
	item: number,
	label: string,
	given: unknown,
): Promise<ProductTemplate> {
	const value = readTemplateValue(given);
	const refuse = (sentence: string) => run.problem(label, sentence, item);
	if (!value) {
		throw refuse(
			`${label} is "${preview(String(given ?? ''))}". Choose one from the list, or write its name and language as weekly_list/en_US.`,
		);
	}
	const { name, language } = value;
	const read = await run.once(
		['productTemplate', name, language],
		async () => await productTemplate(run.graph, name, language),
	);
	const found = run.value(read, item);
	const named = `${label} ${name} (${language})`;
	if (!found) {
		throw refuse(
			`${named} is not among the product templates of the business account. Check its name and the code of its language.`,
		);
	}
	if (found.status !== 'APPROVED') {
		const what =
			STATUS_WORDS.get(found.status) ??
			`has the status ${found.status}. Check it in WhatsApp Manager`;
		throw refuse(`${named} ${what}.`);
	}
	return found;
}
