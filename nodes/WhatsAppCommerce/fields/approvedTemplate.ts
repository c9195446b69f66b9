import { templatesNamed } from '../../shared/graph/account/templates';
import { LABELS } from '../../shared/payload/labels';
import type {
	NamedTemplate,
	ProductTemplate,
} from '../../shared/payload/templates/productTemplate';
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
		['templates', name],
		async () => await templatesNamed(run.graph, name),
	);
	const languages = run.value(read, item);
	const found = languages.find((one) => one.language === language);
	const named = `${label} ${name} (${language})`;
	if (!found && languages.length > 0) {
		throw refuse(
			`${label} ${name} is not there in the language ${language}. The business account has it in ${languages.map(inWords).join(', ')}. Choose one of these, or have it approved in ${language} too.`,
		);
	}
	if (!found?.product) {
		throw refuse(
			`${named} is not among the product templates of the business account. ${
				found
					? 'It shows no products: choose another one.'
					: 'Check its name and the code of its language.'
			}`,
		);
	}
	const { product } = found;
	if (product.status !== 'APPROVED') {
		const what =
			STATUS_WORDS.get(product.status) ??
			`has the status ${product.status}. Check it in WhatsApp Manager`;
		throw refuse(`${named} ${what}.`);
	}
	if (product.unfillable.length > 0) {
		throw refuse(
			`${named} has ${product.unfillable.join(', ')}, which this node does not fill in. Use a template without that.`,
		);
	}
	return product;
}

/** A language of a template; others than approved ones cannot be sent yet. */
const inWords = ({ language, status }: NamedTemplate): string =>
	status === 'APPROVED' ? language : `${language} (${preview(status.toLowerCase())})`;
