import type { INode } from 'n8n-workflow';

import { validateField } from '../../../shared/payload/problems';
import type { Schema } from '../../../shared/payload/rules/rules';
import { DraftError } from '../../items/draftError';

/**
 * A value of one field, checked: expressions yield anything, whatever the field's type.
 *
 * @param name the field's name, which stands for its label in the sentence
 * @throws DraftError when the value does not fit
 */
export function checkedField<T>(
	node: INode,
	name: string,
	schema: Schema<T>,
	value: unknown,
	item: number,
): T {
	const checked = validateField(name, schema, value);
	if (!checked.ok) throw new DraftError(node, checked.problems, item);
	return checked.value;
}
