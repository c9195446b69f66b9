import type { IExecuteFunctions } from 'n8n-workflow';

import { readRefusedError } from '../../shared/graph/refusals/readRefused';
import { productTemplate } from '../../shared/graph/account/templates';
import type { Graph } from '../../shared/graph/connection';
import type { ProductTemplate } from '../../shared/payload/templates/productTemplate';
import { preview } from '../../shared/payload/values/text';
import { readTemplateValue } from './template';
import { DraftError } from '../items/draftError';

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

/**
 * The chosen template as the account has it now.
 *
 * @throws DraftError when there is none that can be sent, NodeApiError when Meta refuses to tell
 */
export async function readTemplate(
	this: IExecuteFunctions,
	item: number,
	graph: Graph,
): Promise<ProductTemplate> {
	const given = this.getNodeParameter('template', item, '', { extractValue: true });
	const template = await readApproved.call(this, item, graph, 'Template', given);
	const { kind, name, language } = template;
	if (kind === this.getNodeParameter('templateKind', item)) return template;
	const sentence = `Template ${name} (${language}) is of another type: choose Template Type › ${KIND_LABELS[kind]}.`;
	throw new DraftError(this.getNode(), [{ field: 'Template', sentence }], item);
}

/** The field of a reorder for customers with one product. */
export const TEMPLATE_FOR_ONE = 'templateForOne';

/**
 * The same of the template that a reorder sends to customers with one product.
 *
 * @throws DraftError when there is none that can be sent, NodeApiError when Meta refuses to tell
 */
export async function readTemplateForOne(
	this: IExecuteFunctions,
	item: number,
	graph: Graph,
): Promise<ProductTemplate> {
	const label = 'Template for One Product';
	const given = this.getNodeParameter(TEMPLATE_FOR_ONE, item, '', { extractValue: true });
	const template = await readApproved.call(this, item, graph, label, given);
	const { kind, name, language } = template;
	if (kind === 'singleProduct') return template;
	const sentence = `${label} ${name} (${language}) is of the type ${KIND_LABELS[kind]}. ${label} takes one of the type ${KIND_LABELS.singleProduct}.`;
	throw new DraftError(this.getNode(), [{ field: label, sentence }], item);
}

/**
 * A product template by the value of a locator, read once for each run.
 *
 * @param field the label of the locator
 * @throws DraftError when there is none that can be sent, NodeApiError when Meta refuses to tell
 */
export async function readApproved(
	this: IExecuteFunctions,
	item: number,
	graph: Graph,
	field: string,
	given: unknown,
): Promise<ProductTemplate> {
	const chosen = readTemplateValue(given);
	const refuse = (sentence: string) => new DraftError(this.getNode(), [{ field, sentence }], item);
	if (!chosen) {
		throw refuse(
			`${field} is "${preview(String(given ?? ''))}". Choose one from the list, or write its name and language as weekly_list/en_US.`,
		);
	}
	const { name, language } = chosen;
	const result = await graph.once(
		['template', name, language],
		async () => await productTemplate(graph, name, language),
	);
	if (!result.ok) throw readRefusedError(this.getNode(), result.refusal, item);
	const template = result.value;
	const label = `${field} ${name} (${language})`;
	if (!template) {
		throw refuse(
			`${label} is not among the product templates of the business account. Check its name and the code of its language.`,
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
