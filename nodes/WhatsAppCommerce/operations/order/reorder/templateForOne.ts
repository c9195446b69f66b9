import type { ProductTemplate } from '../../../../shared/payload/templates/productTemplate';
import { KIND_LABELS, readApproved } from '../../../fields/approvedTemplate';
import { unreadLocator, without } from '../../../fields/reading/fields';
import { template, templateModes } from '../../../fields/template';
import type { Run } from '../../../items/run';

const LABEL = 'Template for One Product';

/** The template for customers to whom only one product can be offered. */
export const templateForOne = unreadLocator({
	...without(template.property, 'required', 'typeOptions'),
	displayName: LABEL,
	name: 'templateForOne',
	description:
		'A single-product template for customers to whom only one product can be offered. Its variables get the texts above of the same place and name. Without one they get the template above, or nothing when that is a carousel.',
	...templateModes('searchSingleProductTemplates'),
	displayOptions: { show: { templateKind: ['multiProduct', 'carousel'] } },
});

/**
 * The chosen one as the account has it now.
 *
 * @throws InputProblems when there is none that can be sent, NodeApiError when Meta refuses to tell
 */
export async function readTemplateForOne(run: Run, item: number): Promise<ProductTemplate> {
	const chosen = await readApproved(run, item, LABEL, templateForOne.read(run, item));
	const { kind, name, language } = chosen;
	if (kind === 'singleProduct') return chosen;
	const sentence = `${LABEL} ${name} (${language}) is of the type ${KIND_LABELS[kind]}. ${LABEL} takes one of the type ${KIND_LABELS.singleProduct}.`;
	throw run.problem(LABEL, sentence, item);
}
