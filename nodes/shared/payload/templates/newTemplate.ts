import { z } from 'zod/v4';

import { LIMITS } from '../limits';
import { optionalText, report, requiredText } from '../rules/rules';
import { present, splitSkus } from '../values/text';
import { variablesIn } from './templateText';

const NAME = /^[a-z0-9_]+$/;
const LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2,4})?$/;

const BUTTONS = {
	multiProduct: { type: 'MPM', text: 'View items' },
	catalog: { type: 'CATALOG', text: 'View catalog' },
} as const;

/**
 * A product template to be submitted: multi-product or catalog, with numbered variables. Meta's
 * reviewers see the examples. Facts 1.6, 1.8.
 */
export const newTemplate = z
	.object({
		kind: z.enum(['multiProduct', 'catalog']),
		templateName: requiredText(LIMITS.templateName, 'Give the template a name.').superRefine(
			(name, ctx) => {
				if (name !== '' && !NAME.test(name)) report(ctx, { rule: 'templateName', given: name });
			},
		),
		language: requiredText(16, 'Give the code of its language.').superRefine((code, ctx) => {
			if (code !== '' && !LANGUAGE.test(code)) report(ctx, { rule: 'languageCode', given: code });
		}),
		headerText: optionalText(LIMITS.headerText),
		bodyText: requiredText(LIMITS.bodyText, 'A template needs one.'),
		footerText: optionalText(LIMITS.footerText),
		examples: z.preprocess(
			(value) => (typeof value === 'string' ? splitSkus(value) : value),
			z.array(z.string()),
		),
	})
	.superRefine(({ kind, headerText, bodyText, footerText, examples }, ctx) => {
		if (kind === 'multiProduct' && present(headerText) === undefined) {
			report(ctx, { rule: 'missing', hint: 'A multi-product template needs one.' }, ['headerText']);
		}
		const inHeader = variablesIn(headerText);
		const inBody = variablesIn(bodyText);
		checkNumbers(ctx, 'headerText', inHeader);
		checkNumbers(ctx, 'bodyText', inBody);
		if (inHeader.length > 1) report(ctx, { rule: 'headerVariables' }, ['headerText']);
		if (variablesIn(footerText).length > 0)
			report(ctx, { rule: 'footerVariables' }, ['footerText']);
		const wanted = inHeader.length + inBody.length;
		if (examples.length !== wanted && examples.length > 0) {
			report(ctx, { rule: 'exampleCount', actual: examples.length, wanted }, ['examples']);
		}
	})
	.transform(({ kind, templateName, language, headerText, bodyText, footerText, examples }) => {
		const inHeader = variablesIn(headerText).length;
		const forHeader = examples.slice(0, inHeader);
		const forBody = examples.slice(inHeader);
		return {
			name: templateName,
			language,
			category: 'MARKETING',
			components: [
				...(present(headerText) === undefined
					? []
					: [
							{
								type: 'HEADER',
								format: 'TEXT',
								text: headerText,
								...(forHeader.length > 0 && { example: { header_text: forHeader } }),
							},
						]),
				{
					type: 'BODY',
					text: bodyText,
					...(forBody.length > 0 && { example: { body_text: [forBody] } }),
				},
				...(present(footerText) === undefined ? [] : [{ type: 'FOOTER', text: footerText }]),
				{ type: 'BUTTONS', buttons: [BUTTONS[kind]] },
			],
		};
	});

/** Numbered from 1 without a gap, as Meta counts them. */
function checkNumbers(ctx: z.RefinementCtx, field: string, names: string[]): void {
	const isCounted = names.every((name, index) => name === String(index + 1));
	if (!isCounted) report(ctx, { rule: 'variableNumbers', names }, [field]);
}
