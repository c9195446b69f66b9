import { LIMITS } from '../limits';

/** The kind of message that a reorder is sent as. */
export type ReorderForm =
	| 'singleProduct'
	| 'multiProduct'
	| 'carousel'
	| 'templateMultiProduct'
	| 'templateCarousel'
	| 'templateSingleProduct'
	/** The template that the builder chose for customers with one product. */
	| 'templateForOne';

/** What the builder chose. */
export interface FormChoices {
	sendAs: 'message' | 'byWindow' | 'template';
	messageForm: 'byCount' | 'singleProduct' | 'multiProduct' | 'carousel';
	/** Most products with which a message by count is a carousel; below 2 it never is. */
	carouselUpTo: number;
	templateKind: 'singleProduct' | 'multiProduct' | 'carousel';
	hasTemplateForOne: boolean;
}

/** How long a customer's message opens the window, minus ten minutes for the run itself. Facts 0.17, 2.6. */
const WINDOW_MS = (24 * 60 - 10) * 60 * 1000;

/**
 * The form of a reorder: a template where the window may be closed, a single product where only one
 * is left.
 *
 * @param lastOrderAt milliseconds since 1970: the last time the customer certainly wrote; null when unknown
 */
export function formOf(
	choices: FormChoices,
	count: number,
	lastOrderAt: number | null,
	now: number,
): ReorderForm {
	const isOpen = lastOrderAt !== null && now - lastOrderAt < WINDOW_MS;
	const { sendAs } = choices;
	const isMessage = sendAs === 'message' || (sendAs === 'byWindow' && isOpen);
	return isMessage ? messageForm(choices, count) : templateForm(choices, count);
}

function messageForm({ messageForm: form, carouselUpTo }: FormChoices, count: number): ReorderForm {
	if (form === 'byCount') {
		if (count === 1) return 'singleProduct';
		return count <= Math.min(carouselUpTo, LIMITS.cards.max) ? 'carousel' : 'multiProduct';
	}
	return form === 'carousel' && count < LIMITS.cards.min ? 'singleProduct' : form;
}

function templateForm(
	{ templateKind: kind, hasTemplateForOne }: FormChoices,
	count: number,
): ReorderForm {
	if (kind === 'singleProduct') return 'templateSingleProduct';
	if (count === 1 && hasTemplateForOne) return 'templateForOne';
	return kind === 'carousel' ? 'templateCarousel' : 'templateMultiProduct';
}

/** The first products, as many as one message of this form holds. Facts 1.2–1.9. */
export function withinForm(form: ReorderForm, products: string[]): string[] {
	const isList = form === 'multiProduct' || form === 'templateMultiProduct';
	const isCarousel = form === 'carousel' || form === 'templateCarousel';
	return products.slice(0, isList ? LIMITS.products : isCarousel ? LIMITS.cards.max : 1);
}

/** Whether too few products are left for a carousel template. */
export const isTooFew = (form: ReorderForm, count: number): boolean =>
	form === 'templateCarousel' && count < LIMITS.cards.min;
