import type { IExecuteFunctions } from 'n8n-workflow';

import { oncePerRun } from '../../../shared/graph/perRun';
import { refusedError } from '../../../shared/graph/refusedError';
import { productTemplate } from '../../../shared/graph/templates';
import type { Graph } from '../../../shared/graph/connection';
import type { ProductTemplate } from '../../../shared/payload/productTemplate';
import { preview } from '../../../shared/payload/text';
import { readTemplateValue } from '../../fields/template';
import { DraftError } from '../draftError';

/** What each review status means for a send. Facts 3: 132001, 132015, 132016. */
const STATUS_WORDS: Record<string, string> = {
	PENDING: 'is still being reviewed by Meta. Wait for its approval',
	REJECTED: 'was rejected by Meta. Change it in WhatsApp Manager and hand it in again',
	PAUSED: 'is paused by Meta because of its quality. Wait until it is active again, or edit it',
	DISABLED: 'is disabled by Meta because of its quality. Make a new one',
};

const KIND_LABELS: Record<ProductTemplate['kind'], string> = {
	multiProduct: 'Multi-Product',
	singleProduct: 'Single Product',
	catalog: 'Catalog',
	carousel: 'Product Carousel',
};

/** A field that chooses a template, and the kind that it takes. */
interface TemplateChoice {
	name: string;
	label: string;
	kind?: ProductTemplate['kind'];
}

/** The field of every template send, whose kind is chosen beside it. */
const TEMPLATE: TemplateChoice = { name: 'template', label: 'Template' };

/** The field of a reorder for customers with one product. */
export const TEMPLATE_FOR_ONE: TemplateChoice = {
	name: 'templateForOne',
	label: 'Template for One Product',
	kind: 'singleProduct',
};

/**
 * The chosen template as the account has it now, read once for each run.
 *
 * @throws DraftError when there is none that can be sent, NodeApiError when Meta refuses to tell
 */
export async function readTemplate(
	this: IExecuteFunctions,
	item: number,
	graph: Graph,
	choice = TEMPLATE,
): Promise<ProductTemplate> {
	const { name: field, label: fieldLabel } = choice;
	const given = this.getNodeParameter(field, item, '', { extractValue: true });
	const chosen = readTemplateValue(given);
	const refuse = (sentence: string) =>
		new DraftError(this.getNode(), [{ field: fieldLabel, sentence }], item);
	if (!chosen) {
		throw refuse(
			`${fieldLabel} is "${preview(String(given ?? ''))}". Choose one from the list, or write its name and language as weekly_list/en_US.`,
		);
	}
	const result = await readOnce(graph, `${chosen.name}/${chosen.language}`);
	if (!result.ok) throw refusedError(this.getNode(), result.refusal, item);
	const { template } = result;
	const label = `Template ${chosen.name} (${chosen.language})`;
	if (!template) {
		throw refuse(
			`${label} is not among the product templates of the business account. Check its name and the code of its language.`,
		);
	}
	const kind = choice.kind ?? this.getNodeParameter('templateKind', item);
	if (template.kind !== kind) {
		throw refuse(
			choice.kind
				? `${label} is of the type ${KIND_LABELS[template.kind]}. ${fieldLabel} takes one of the type ${KIND_LABELS[choice.kind]}.`
				: `${label} is of another type: choose Template Type › ${KIND_LABELS[template.kind]}.`,
		);
	}
	if (template.status !== 'APPROVED') {
		const what =
			STATUS_WORDS[template.status] ??
			`has the status ${template.status}. Check it in WhatsApp Manager`;
		throw refuse(`${label} ${what}.`);
	}
	return template;
}

const readOnce = oncePerRun(async (graph, key) => {
	const [name, language] = key.split('/');
	return await productTemplate(graph, name, language);
});
