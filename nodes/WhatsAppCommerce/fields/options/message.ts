import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { choice } from '../../../shared/payload/rules/choice';
import { LIMITS } from '../../../shared/payload/limits';
import type { ListOptions } from '../../../shared/payload/messages/multiProduct';
import { checkedField } from '../reading/checkedField';
import { readOptions } from '../reading/options';
import { SENDING_OPTIONS } from './pacing';

/** For lists that can be longer than one message. */
export const overflowOption: INodeProperties = {
	displayName: 'Overflow',
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
};

/** For lists of which one product may be left. */
export const singleOption: INodeProperties = {
	displayName: 'Send One Product as Single Product',
	name: 'singleWhenOne',
	type: 'boolean',
	default: false,
	description:
		'Whether a list of which one product is left goes out as a single-product message, without header',
};

/** For every send that names products. */
const unavailableOption: INodeProperties = {
	displayName: 'Unavailable Products',
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
};

/** Options that every send has, among those of its own. */
const SHARED_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Messaging Account ID',
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
		displayName: 'Reply to Message ID',
		name: 'replyToMessageId',
		type: 'string',
		default: '',
		placeholder: 'e.g. wamid.HBgL…',
		description:
			'Quotes this message above the products, for instance the messageId of the question that they answer',
	},
	{
		displayName: 'Tracking Data',
		name: 'trackingData',
		type: 'string',
		default: '',
		placeholder: 'e.g. campaign-7/customer-42',
		description: `Your own reference, up to ${LIMITS.trackingData} characters. Meta gives it back in the status webhooks of this message and never shows it to the customer.`,
	},
	unavailableOption,
];

/** The options of a send: those that every send has, and some of its own. */
export const sendOptionsField = (own: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...SHARED_OPTIONS, ...SENDING_OPTIONS, ...own].sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
});

/** What to do with products that cannot be sent. */
export type UnavailablePolicy = 'fail' | 'drop' | 'send';

/**
 * What the builder wants done with products that cannot be sent; undefined where nothing was chosen.
 *
 * @throws DraftError when an expression yields something else
 */
export function readUnavailable(
	this: IExecuteFunctions,
	item: number,
): UnavailablePolicy | undefined {
	return readChoice.call(this, unavailableOption, item) as UnavailablePolicy | undefined;
}

function readChoice(this: IExecuteFunctions, option: INodeProperties, item: number): unknown {
	const options = readOptions.call(this, item);
	const choices = option.options as INodePropertyOptions[];
	return checkedField(this.getNode(), option.name, choice(choices), options[option.name], item);
}

/** What becomes of a list that is too long, or of which one product is left. */
export function readListOptions(this: IExecuteFunctions, item: number): ListOptions {
	const options = readOptions.call(this, item);
	return {
		overflow: (readChoice.call(this, overflowOption, item) ?? 'fail') as ListOptions['overflow'],
		singleWhenOne: options.singleWhenOne === true,
	};
}
