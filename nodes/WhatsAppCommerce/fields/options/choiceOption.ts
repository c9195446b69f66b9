import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { choice } from '../../../shared/payload/rules/choice';
import type { Field } from '../../items/field';

/** An option that offers choices; undefined where nothing was chosen. */
export const choiceOption = <T extends string>(
	property: INodeProperties,
): Field<T | undefined> => ({
	property,
	read: (run, item) => {
		const choices = choice(property.options as INodePropertyOptions[]);
		return run.check(property.name, choices, run.options(item)[property.name], item) as T;
	},
});
