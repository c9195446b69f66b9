import { personOf } from '../../../shared/payload/rules/identities';
import { readRecipient } from '../../../shared/payload/rules/recipient';
import { textLike, trimmed } from '../../../shared/payload/values/text';
import { eachItemAlone, type ItemGroup } from '../../items/items';
import type { Run } from '../../items/run';
import { catalog } from '../catalog';
import { numberCountry } from '../options/numberCountry';
import { recipient } from '../recipient';
import { sender } from '../sender';
import { type ProductSource, shownFor } from './source';

/** One product for each incoming item, gathered into one message for each recipient. */
export const inputItems: ProductSource = {
	name: 'inputItems',
	label: 'Input Items',
	description:
		'One product per incoming item; items with the same recipient make one message, whose texts and options are those of its first item',
	fields: [
		{
			displayName: 'SKU',
			name: 'itemSku',
			type: 'string',
			required: true,
			default: '={{ $json.sku }}',
			description: 'The SKU of each item, as an expression over its fields',
			...shownFor('inputItems'),
		},
		{
			displayName: 'Section',
			name: 'itemSection',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.category }}',
			description:
				'The section that each item belongs to. Sections come in the order in which they first appear. Leave it empty for one list without sections.',
			...shownFor('inputItems'),
		},
	],
	read(run, items) {
		const sections = new Map<unknown, unknown[]>();
		for (const item of items) {
			const given = textLike(run.given('itemSection', item, ''));
			// A value that is no text is kept: the check of the sections names it.
			const title = typeof given === 'string' ? trimmed(given) : given;
			const skus = sections.get(title) ?? [];
			skus.push(run.given('itemSku', item, ''));
			sections.set(title, skus);
		}
		return [...sections].map(([title, skus]) => ({ ...(title !== '' && { title }), skus }));
	},
};

/** The input items of each message: one each, or several where each item is a product. */
export function groupsBySource(run: Run): ItemGroup[] {
	return run.given('productSource', 0, 'sections') === 'inputItems'
		? groupsByRecipient(run)
		: eachItemAlone(run);
}

/**
 * Items that make one message together: same recipient however it is written, same sender, same
 * catalog. Items whose recipient cannot be read are grouped by its text, to be reported once.
 */
function groupsByRecipient(run: Run): ItemGroup[] {
	const groups = new Map<string, [number, ...number[]]>();
	for (const item of run.input.keys()) {
		const key = keyOf(run, item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return [...groups.values()].map((items) => ({ items }));
}

function keyOf(run: Run, item: number): string {
	try {
		const given = recipient.read(run, item);
		const read = readRecipient(given, numberCountry.read(run, item));
		const chosen = (name: string) => textLike(run.locator(name, item));
		return JSON.stringify([
			'rule' in read ? given : personOf(read),
			chosen(sender.property.name),
			chosen(catalog.property.name),
		]);
	} catch {
		// An expression of this item cannot be evaluated: it is reported as a message of its own.
		return `item ${item}`;
	}
}
