import {
	type FormChoices,
	formOf,
	isTooFew,
	withinForm,
} from '../../../../shared/payload/reorder/messageForm';
import { newestFirst } from '../../../../shared/payload/reorder/orderedProducts';
import { textLike } from '../../../../shared/payload/values/text';
import { locatorValue } from '../../../fields/reading/locator';
import { templateKind } from '../../../fields/template';
import type { Run } from '../../../items/run';
import type { Chosen, Planned, Skipped } from './reorder';
import { templateForOne } from './templateForOne';

/** Decides what a reorder goes out as, now that it is known how many products there are. */
export function chooseForm(run: Run, chosen: Chosen): Planned | Skipped {
	const lastOrderAt = newestFirst(chosen.orders)[0]?.placedAt ?? null;
	const choices = readChoices(run, chosen.items[0]);
	const form = formOf(choices, chosen.products.length, lastOrderAt, Date.now());
	const products = withinForm(form, chosen.products);
	if (!isTooFew(form, products.length)) return { ...chosen, products, form };
	const skipped =
		'Only one product can be offered, and a carousel takes two or more. Choose a Template for One Product to reach this customer.';
	return { ...chosen, skipped };
}

function readChoices(run: Run, item: number): FormChoices {
	// Hidden fields are not there: each has a value then that the form does not look at.
	const forOne = locatorValue(run.given(templateForOne.property.name, item, ''));
	return {
		sendAs: run.given('sendAs', item) as FormChoices['sendAs'],
		messageForm: run.given('messageForm', item, 'byCount') as FormChoices['messageForm'],
		carouselUpTo: Number(run.given('carouselUpTo', item, 0)),
		templateKind: run.given(
			templateKind.property.name,
			item,
			'multiProduct',
		) as FormChoices['templateKind'],
		hasTemplateForOne: textLike(forOne) !== '',
	};
}
