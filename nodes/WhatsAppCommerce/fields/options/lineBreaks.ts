import { LABELS } from '../../../shared/payload/labels';
import type { LineBreaks } from '../../../shared/payload/rules/oneLine';
import { choiceOption } from './choiceOption';

/** For the texts that WhatsApp takes in one line only. Facts 17.6, 17.7. */
export const lineBreaks = choiceOption<LineBreaks>({
	displayName: LABELS.lineBreaks,
	name: 'lineBreaks',
	type: 'options',
	default: 'fold',
	description:
		'What to do with line breaks, tabs and long gaps where WhatsApp takes one line only: in the variables of a template and in the header of a list',
	options: [
		{
			name: 'Do Not Send',
			value: 'fail',
			description: 'Name the text and send nothing',
		},
		{
			name: 'Write in One Line',
			value: 'fold',
			description: 'Put a blank in their place and send it',
		},
	],
});
