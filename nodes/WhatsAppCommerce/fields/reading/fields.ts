import type { INodeProperties } from 'n8n-workflow';

import { isGraphId } from '../../../shared/payload/rules/identifiers';
import { preview, trimmedText } from '../../../shared/payload/values/text';
import type { Field } from '../../items/field';
import type { Run } from '../../items/run';

/** A field that is handed on unread: the schema of the message checks it with all the others. */
export const unread = (property: INodeProperties): Field => ({
	property,
	read: (run, item) => run.given(property.name, item, ''),
});

/** The same for a resource locator, whether its value was chosen or typed. */
export const unreadLocator = (property: INodeProperties): Field => ({
	property,
	read: (run, item) => run.locator(property.name, item),
});

/** A locator of one of Meta's objects: its ID, checked before it enters a URL. */
export const idLocator = (property: INodeProperties): Field<string> => ({
	property,
	read: (run, item) => checkedId(run, run.locator(property.name, item), property.displayName, item),
});

/**
 * An ID of one of Meta's objects.
 *
 * @throws InputProblems when it is none
 */
export function checkedId(run: Run, given: unknown, label: string, item: number): string {
	const id = trimmedText(given);
	if (isGraphId(id)) return id;
	const shown = typeof id === 'string' ? `"${preview(id)}"` : 'no text';
	const sentence = `${label} is ${shown}, which is not an ID. Choose one from the list, or enter an ID of digits.`;
	throw run.problem(label, sentence, item);
}

/** The same property without these keys; the others keep their order. */
export function without(
	property: INodeProperties,
	...keys: Array<'required' | 'typeOptions'>
): INodeProperties {
	const copy = { ...property };
	for (const key of keys) delete copy[key];
	return copy;
}

/** The same field where it may stay empty. */
export const optional = <T>(field: Field<T>): Field<T> => ({
	...field,
	property: without(field.property, 'required'),
});

/** What `read` does not depend on. */
type Words = Omit<Partial<INodeProperties>, 'name' | 'displayName' | 'type'>;

/** The same field with other words in the editor, where an operation needs them. */
export const reworded = <T>(field: Field<T>, words: Words): Field<T> => ({
	...field,
	property: { ...field.property, ...words },
});
