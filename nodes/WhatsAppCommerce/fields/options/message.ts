import type { INodeProperties } from 'n8n-workflow';

import { LABELS } from '../../../shared/payload/labels';
import { LIMITS } from '../../../shared/payload/limits';
import type { GroupChoice } from '../../../shared/payload/catalog/variants';
import type { ListOptions } from '../../../shared/payload/messages/multiProduct';
import type { Run } from '../../items/run';
import { choiceOption } from './choiceOption';
import { lineBreaks } from './lineBreaks';
import { matchSkus } from './matchSkus';
import { numberCountry } from './numberCountry';
import { PACING_OPTIONS } from './pacing';

/** For lists that can be longer than one message. */
export const overflow = choiceOption<ListOptions['overflow']>({
	displayName: LABELS.overflow,
	name: 'overflow',
	type: 'options',
	default: 'fail',
	description: `What to do with more than ${LIMITS.products} products or ${LIMITS.sections} sections (${LIMITS.cards.max} cards in a carousel)`,
	options: [
		{
			name: 'Do Not Send',
			value: 'fail',
			description: 'Say how many there are and send nothing',
		},
		{
			name: 'Split',
			value: 'split',
			description:
				'Send the fewest messages that hold them, numbered in the header (or the body of a carousel)',
		},
	],
});

/** For lists that can be left with one product. */
export const singleWhenOne: INodeProperties = {
	displayName: 'Send One Product as Single Product',
	name: 'singleWhenOne',
	type: 'boolean',
	default: false,
	description:
		'Whether a list of which one product is left goes out as a single-product message, without header',
};

/** What to do with products that cannot be sent. */
type UnavailablePolicy = 'fail' | 'drop' | 'send';

/** For every send that names products. */
export const unavailableProducts = choiceOption<UnavailablePolicy>({
	displayName: LABELS.unavailableProducts,
	name: 'unavailableProducts',
	type: 'options',
	default: 'drop',
	description:
		'What to do with products that are not in the catalog, out of stock, hidden or not approved. Without this option they are left out, as far as the access token can read the catalog.',
	options: [
		{
			name: 'Do Not Send',
			value: 'fail',
			description: 'Name them and send nothing',
		},
		{
			name: 'Leave Out and Report',
			value: 'drop',
			description: 'Send the others, and list these in the output',
		},
		{
			name: 'Send Anyway',
			value: 'send',
			description: 'Do not ask the catalog; Meta leaves out what it does not find, without a word',
		},
	],
});

/** For every send that names products. */
const productGroups = choiceOption<GroupChoice>({
	displayName: LABELS.productGroups,
	name: 'productGroups',
	type: 'options',
	default: 'refuse',
	description:
		'What to do with the ID of a product group that is given as a SKU. Only a variant of it can be sent.',
	options: [
		{
			name: 'Refuse',
			value: 'refuse',
			description: 'Treat it as a product that is not in the catalog, and name its variants',
		},
		{
			name: 'Take All Variants',
			value: 'all',
			description: 'Where a message shows one product, the first that can be sent',
		},
		{
			name: 'Take the First Variant',
			value: 'first',
			description: 'The first that can be sent',
		},
	],
});

/** Options that every send has, among those of its own. */
const SHARED_OPTIONS: INodeProperties[] = [
	lineBreaks.property,
	matchSkus.property,
	{
		displayName: LABELS.messagingAccountId,
		name: 'messagingAccountId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 102290129340398',
		description:
			'Only for numbers that several messaging accounts share: the account that sends and pays. Leave it out otherwise.',
	},
	{
		displayName: 'Preview Only',
		name: 'previewOnly',
		type: 'boolean',
		default: false,
		description:
			'Whether to show the messages instead of sending them: a picture, the products as the catalog has them, and the exact request. Nothing goes to the customer.',
	},
	{
		displayName: LABELS.replyToMessageId,
		name: 'replyToMessageId',
		type: 'string',
		default: '',
		placeholder: 'e.g. wamid.HBgL…',
		description:
			'Quotes this message above the products, for instance the messageId of the question that they answer',
	},
	{
		displayName: LABELS.trackingData,
		name: 'trackingData',
		type: 'string',
		default: '',
		placeholder: 'e.g. campaign-7/customer-42',
		description: `Your own reference, up to ${LIMITS.trackingData} characters. Meta gives it back in the status webhooks of this message and never shows it to the customer.`,
	},
	productGroups.property,
	numberCountry.property,
	unavailableProducts.property,
];

/** The options of a send: those that every send has, and some of its own. */
export const sendOptions = (own: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...SHARED_OPTIONS, ...PACING_OPTIONS, ...own].sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
});

/** Reads Overflow, Send One Product as Single Product, and Line Breaks. */
export const readListOptions = (run: Run, item: number): Required<ListOptions> => ({
	overflow: overflow.read(run, item) ?? 'fail',
	singleWhenOne: run.options(item).singleWhenOne === true,
	lineBreaks: lineBreaks.read(run, item) ?? 'fold',
});

/** Reads Product Groups: without a choice the ID of a group is refused. */
export const readGroupChoice = (run: Run, item: number): GroupChoice =>
	productGroups.read(run, item) ?? 'refuse';

/** What to do with products that cannot be sent, and whether the builder has said so. */
export interface UnavailableChoice {
	policy: UnavailablePolicy;
	isChosen: boolean;
}

/** Reads Unavailable Products: without a choice what cannot be sent is dropped and reported. */
export function readUnavailableChoice(run: Run, item: number): UnavailableChoice {
	const chosen = unavailableProducts.read(run, item);
	return { policy: chosen ?? 'drop', isChosen: chosen !== undefined };
}
