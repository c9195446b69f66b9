import type { TemplateUse } from '../../rules/template/template.mts';
import { buttonsOf, componentOf, kindOf } from '../../world/templates/template.mts';
import { shownSections } from './contentOf.mts';
import type { SentSection } from './contentOf.mts';
import type { Content } from '../../world/chatEntry.mts';

/** What the customer sees of an accepted template: drawn like free-form messages, with the template's own texts. */
export function contentOfTemplate(use: TemplateUse): Content {
	const { template, headerText, bodyText, footerText, showing } = use;
	const kind = kindOf(template.components);
	const buttons = buttonsOf(template.components).map(({ text }) => text ?? '');
	const [buttonText = ''] = buttons;
	if (kind === 'other' || !showing)
		return { kind: 'template', headerText, bodyText, footerText, buttons };
	const { catalogId, products, dropped, thumbnail = '', sections, cards = [] } = showing;
	switch (kind) {
		case 'mpm':
			return {
				kind: 'product_list',
				catalogId,
				headerText: headerText ?? '',
				bodyText,
				footerText,
				buttonText,
				thumbnailSku: thumbnail,
				// Sound: they passed rules/sections.mts.
				sections: shownSections(sections as SentSection[], products),
				dropped,
			};
		case 'spm':
			return {
				kind: 'product',
				catalogId,
				sku: products[0] ?? '',
				bodyText,
				footerText,
				buttonText,
			};
		case 'catalog':
			return {
				kind: 'catalog_message',
				catalogId,
				thumbnailSku: thumbnail,
				bodyText,
				footerText,
				buttonText,
			};
		case 'carousel': {
			const [example] = componentOf(template.components, 'CAROUSEL')?.cards ?? [];
			return {
				kind: 'carousel',
				catalogId,
				bodyText,
				buttonText: buttonsOf(example?.components ?? [])[0]?.text ?? '',
				cards: cards.filter(({ sku }) => products.includes(sku)),
				dropped,
			};
		}
	}
}
