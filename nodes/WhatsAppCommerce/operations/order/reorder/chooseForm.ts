import type { IExecuteFunctions } from 'n8n-workflow';

import { newestFirst } from '../../../../shared/payload/reorder/orderedProducts';
import {
	formOf,
	isTooFew,
	withinForm,
	type FormChoices,
} from '../../../../shared/payload/reorder/messageForm';
import { textLike } from '../../../../shared/payload/values/text';
import { locatorValue } from '../../../fields/reading/locator';
import { tiedToItem } from '../../../items/failure';
import { TEMPLATE_FOR_ONE } from '../../../fields/approvedTemplate';
import type { Reorder } from './reorder';

/** Decides what a reorder goes out as, now that it is known how many products there are. */
export function chooseForm(this: IExecuteFunctions, reorder: Reorder): void {
	const { items, orders, products, skipped, failure } = reorder;
	if (skipped || failure) return;
	try {
		const lastOrderAt = newestFirst(orders)[0]?.placedAt ?? null;
		const choices = readChoices.call(this, items[0]);
		reorder.form = formOf(choices, products.length, lastOrderAt, Date.now());
		reorder.products = withinForm(reorder.form, products);
	} catch (reason) {
		reorder.failure = tiedToItem.call(this, reason, items[0]);
		return;
	}
	if (isTooFew(reorder.form, reorder.products.length)) {
		reorder.skipped =
			'Only one product can be offered, and a carousel takes two or more. Choose a Template for One Product to reach this customer.';
	}
}

function readChoices(this: IExecuteFunctions, item: number): FormChoices {
	// Hidden fields are not there: each has a value then that the form does not look at.
	const forOne = locatorValue(this.getNodeParameter(TEMPLATE_FOR_ONE, item, ''));
	return {
		sendAs: this.getNodeParameter('sendAs', item) as FormChoices['sendAs'],
		messageForm: this.getNodeParameter(
			'messageForm',
			item,
			'byCount',
		) as FormChoices['messageForm'],
		carouselUpTo: Number(this.getNodeParameter('carouselUpTo', item, 0)),
		templateKind: this.getNodeParameter(
			'templateKind',
			item,
			'multiProduct',
		) as FormChoices['templateKind'],
		hasTemplateForOne: textLike(forOne) !== '',
	};
}
