import { LABELS } from '../../../shared/payload/labels';
import { skuListText } from '../../../shared/payload/sections/skuList';
import { type ProductSource, shownFor } from './source';

/** One pasted text: titled lines, two columns of a spreadsheet, or any table with headings. */
export const skuList: ProductSource = {
	name: 'skuList',
	label: 'SKU List',
	description:
		'Paste one list: lines such as "Bread: BREAD-01, BREAD-02", a table, a catalog file or the export of a shop',
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
				'Each line is a section with its SKUs, or SKUs of the section above. Put a blank after the colon of a section. Two columns pasted from a spreadsheet are section and SKU. With a heading row it may be any table: catalog files of Meta, Google Merchant feeds, exports of a shop, CSV, or rows from an expression.',
			...shownFor('skuList'),
		},
	],
	read(run, [item]) {
		const given = run.given('skuList', item);
		return run.check('skuList', skuListText, given, item);
	},
};
