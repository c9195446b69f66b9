import type { INodeProperties } from 'n8n-workflow';

import { LABELS } from '../../../shared/payload/labels';
import { LIMITS } from '../../../shared/payload/limits';
import { wholeNumber } from '../../../shared/payload/rules/numbers';
import type { Field } from '../../items/field';
import type { Items } from '../../items/items';
import type { Run } from '../../items/run';
import { unread } from '../reading/fields';

/** One way to say which products to send: its fields, and how they become sections. */
export interface ProductSource {
	/** As workflows store it in `productSource`. */
	name: string;
	label: string;
	description: string;
	fields: INodeProperties[];
	/**
	 * The sections of one message, checked afterwards by payload/sections.
	 *
	 * @param items the input items of the message; only Input Items has more than one
	 */
	read(run: Run, items: Items): Promise<unknown> | unknown;
}

/** For the fields of a source: shown only while it is chosen. */
export const shownFor = (source: string) => ({
	displayOptions: { show: { productSource: [source] } },
});

/** For sources that are one list: the title of its only section. */
export const sectionTitle = (source: string): Field =>
	unread({
		displayName: 'Section Title',
		name: 'sectionTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your favorites',
		description: `Title above the products, up to ${LIMITS.sectionTitle} characters. May stay empty.`,
		...shownFor(source),
	});

/** For sources that can be long. */
export const maxProducts = (source: string): Field<number> => ({
	property: {
		displayName: LABELS.maxProducts,
		name: 'maxProducts',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		description: `How many products to take at most. More than ${LIMITS.products} make several messages, if the option Overflow allows it.`,
		...shownFor(source),
	},
	read: (run, item) => run.check('maxProducts', wholeNumber, run.given('maxProducts', item), item),
});
