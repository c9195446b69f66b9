import { LABELS } from '../../../shared/payload/labels';
import { skuListText } from '../../../shared/payload/sections/skuList';
import { type ProductSource, shownFor } from './source';

/** One pasted text: titled lines, or two columns of a spreadsheet. */
export const skuList: ProductSource = {
	name: 'skuList',
	label: 'SKU List',
	description: 'Paste one list: lines such as "Bread: BREAD-01, BREAD-02", or spreadsheet columns',
	fields: [
		{
			displayName: LABELS.skuList,
			name: 'skuList',
			type: 'string',
			typeOptions: { rows: 6 },
			required: true,
			default: '',
			placeholder: 'Bread: BREAD-01, BREAD-02\nFruit: APPLE-01',
			description:
				'Each line is a section with its SKUs, or SKUs of the section above. Put a blank after the colon of a section. Two columns pasted from a spreadsheet are section and SKU; a heading row that names them may stand above other columns too.',
			...shownFor('skuList'),
		},
	],
	read(run, [item]) {
		const given = run.given('skuList', item);
		return run.check('skuList', skuListText, given, item);
	},
};
