import type { IExecuteFunctions } from 'n8n-workflow';

import { isGraphId } from '../../../shared/payload/rules/identifiers';
import { preview, trimmedText } from '../../../shared/payload/values/text';
import { DraftError } from '../../items/draftError';

/**
 * An id of one of Meta's objects out of a resource locator, checked before it enters a URL.
 *
 * @throws DraftError when it is not an id
 */
export function readId(this: IExecuteFunctions, name: string, label: string, item: number): string {
	const given = this.getNodeParameter(name, item, '', { extractValue: true }) as unknown;
	return checkedId.call(this, given, label, item);
}

/**
 * The same of a value that was read already, for instance out of a collection.
 *
 * @throws DraftError when it is not an id
 */
export function checkedId(
	this: IExecuteFunctions,
	given: unknown,
	label: string,
	item: number,
): string {
	const id = trimmedText(given);
	if (isGraphId(id)) return id;
	const shown = typeof id === 'string' ? `"${preview(id)}"` : 'no text';
	const sentence = `${label} is ${shown}, which is not an ID. Choose one from the list, or enter an ID of digits.`;
	throw new DraftError(this.getNode(), [{ field: label, sentence }], item);
}
