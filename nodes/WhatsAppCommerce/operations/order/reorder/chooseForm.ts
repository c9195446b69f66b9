import {
	type FormChoices,
	formOf,
	isTooFew,
	withinForm,
} from '../../../../shared/payload/reorder/messageForm';
import { newestFirst } from '../../../../shared/payload/reorder/orderedProducts';
import { textLike } from '../../../../shared/payload/values/text';
import { locatorValue } from '../../../fields/reading/locator';
import { tiedToItem } from '../../../items/failure';
import type { Run } from '../../../items/run';
import type { Reorder } from './reorder';
import { templateForOne } from './templateForOne';

/** Decides what a reorder goes out as, now that it is known how many products there are. */
export function chooseForm(run: Run, reorder: Reorder): void {
	const { items, orders, products, skipped, failure } = reorder;
	if (skipped || failure) return;
	try {
		const lastOrderAt = newestFirst(orders)[0]?.placedAt ?? null;
		const choices = readChoices(run, items[0]);
		reorder.form = formOf(choices, products.length, lastOrderAt, Date.now());
		reorder.products = withinForm(reorder.form, products);
	} catch (reason) {
		reorder.failure = tiedToItem(run, reason, items[0]);
		return;
	}
	if (isTooFew(reorder.form, reorder.products.length)) {
		reorder.skipped =
			'Only one product can be offered, and a carousel takes two or more. Choose a Template for One Product to reach this customer.';
	}
}

function readChoices(run: Run, item: number): FormChoices {
	// Hidden fields are not there: each has a value then that the form does not look at.
	const forOne = locatorValue(run.given(templateForOne.property.name, item, ''));
	return {
		sendAs: run.given('sendAs', item) as FormChoices['sendAs'],
		messageForm: run.given('messageForm', item, 'byCount') as FormChoices['messageForm'],
		carouselUpTo: Number(run.given('carouselUpTo', item, 0)),
		templateKind: run.given('templateKind', item, 'multiProduct') as FormChoices['templateKind'],
		hasTemplateForOne: textLike(forOne) !== '',
	};
}
