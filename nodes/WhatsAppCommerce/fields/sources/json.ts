import { type ProductSource, shownFor } from './source';

const EXAMPLE = `[
  { "title": "Bread", "skus": ["BREAD-01", "BREAD-02"] },
  { "title": "Fruit", "skus": "APPLE-01, PEAR-01" }
]`;

/** All sections as one JSON value. */
export const json: ProductSource = {
	name: 'json',
	label: 'JSON',
	description: 'Give all sections as JSON, for instance from an earlier node',
	fields: [
		{
			displayName: 'Sections (JSON)',
			name: 'sectionsJson',
			type: 'json',
			typeOptions: { rows: 8 },
			required: true,
			default: EXAMPLE,
			description:
				'A list of sections, each with "title" and "skus" (a list or a text). The "sections" of a ready-made message of Meta, and orders, are understood too. In an expression put a space between closing braces: "} }" instead of "}}".',
			...shownFor('json'),
		},
	],
	read(run, [item]) {
		return run.given('sectionsJson', item);
	},
};
