import type { INodeProperties } from 'n8n-workflow';

import type { MatchMode } from '../../../shared/payload/catalog/skuMatching/matchMode';
import { LABELS } from '../../../shared/payload/labels';
import type { Run } from '../../items/run';
import { choiceOption } from './choiceOption';

const choices = choiceOption<MatchMode>({
	displayName: LABELS.matchSkus,
	name: 'matchSkus',
	type: 'options',
	default: 'shopIds',
	description:
		'What to do with a SKU that the catalog does not have exactly as it is given. Only content IDs of the catalog are ever used, and the output says which ones were found in another way.',
	options: [
		{
			name: 'Exact Only',
			value: 'exact',
			description: 'Count it as missing',
		},
		{
			name: 'Shop IDs Too',
			value: 'shopIds',
			description:
				'Look once more for what spreadsheets make of SKUs (17 for 0017, 1E5) and for content IDs that plug-ins of shops make of them (MUG_123 or wc_post_id_123 of WooCommerce, 12-34 of PrestaShop). It counts when exactly one product fits.',
		},
	],
});

/** How far SKUs may differ from the content IDs of the catalog. */
export const matchSkus = {
	property: choices.property,
	read: (run: Run, item: number): MatchMode => choices.read(run, item) ?? 'shopIds',
};

/** Options of an operation that has no others. */
export const matchOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [matchSkus.property],
};
