import { type INodeProperties, updateDisplayOptions } from 'n8n-workflow';

import { LIMITS } from '../../../../shared/payload/limits';
import { QUANTITY } from '../../../../shared/payload/reorder/quantitySections';
import { QUANTITIES } from '../../../../shared/payload/reorder/quantityText';
import { template, templateKind } from '../../../fields/template';
import { templateVariables } from '../../../fields/templateVariables';
import { footerText, headerText, optionalBodyText } from '../../../fields/texts';
import { templateForOne } from './templateForOne';

const shownFor = (values: Record<string, string[]>, fields: INodeProperties[]) =>
	updateDisplayOptions({ show: values }, fields);

const sendAsField: INodeProperties = {
	displayName: 'Send As',
	name: 'sendAs',
	type: 'options',
	noDataExpression: true,
	default: 'message',
	description:
		'A message reaches only customers who wrote within 24 hours; an approved template reaches the others too',
	options: [
		{
			name: 'Message',
			value: 'message',
			description: 'Only for customers whose 24-hour window is open',
		},
		{
			name: 'Message or Template',
			value: 'byWindow',
			description:
				'A message when the latest order of the customer is less than 24 hours old, else the template',
		},
		{ name: 'Template', value: 'template', description: 'Always the template' },
	],
};

const messageFields: INodeProperties[] = [
	{
		displayName: 'Message Type',
		name: 'messageForm',
		type: 'options',
		noDataExpression: true,
		default: 'byCount',
		options: [
			{
				name: 'By Count',
				value: 'byCount',
				description: 'A single product, a carousel for a few, or a list for more',
			},
			{ name: 'Multi-Product', value: 'multiProduct', description: 'A list of products' },
			{
				name: 'Product Carousel',
				value: 'carousel',
				description: 'Cards to swipe through; a single product when only one is left',
			},
			{ name: 'Single Product', value: 'singleProduct', description: 'The first product only' },
		],
	},
	{
		displayName: 'Carousel Up To',
		name: 'carouselUpTo',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: LIMITS.cards.max },
		default: 3,
		description: `From ${LIMITS.cards.min} to this many products go out as a carousel, more as a list. Enter 0 for no carousel.`,
		displayOptions: { show: { messageForm: ['byCount'] } },
	},
	{
		...headerText.property,
		description: `${headerText.property.description} Only lists have one.`,
		displayOptions: { show: { messageForm: ['byCount', 'multiProduct'] } },
	},
	{
		...optionalBodyText.property,
		placeholder: `e.g. Time for more? Last time you had: ${QUANTITIES}`,
		description: `Up to ${LIMITS.bodyText} characters with the quantities, which stand in the place of ${QUANTITIES} or at the end. Lists and carousels need a text.`,
	},
	{
		...footerText.property,
		displayOptions: { show: { messageForm: ['byCount', 'multiProduct', 'singleProduct'] } },
	},
];

const templateFields: INodeProperties[] = [
	{
		...templateKind.property,
		options: (templateKind.property.options as Array<{ name: string; value: string }>).filter(
			// A catalog template shows no products of the customer's.
			({ value }) => value !== 'catalog',
		),
	},
	template.property,
	{
		...templateVariables.property,
		description: `What stands in the place of each variable of the template. ${QUANTITIES} becomes "2 × Dark Rye Loaf, 1 × Butter".`,
	},
	templateForOne.property,
];

const quantityFields: INodeProperties[] = [
	{
		displayName: 'Quantities of Last Time',
		name: 'quantities',
		type: 'options',
		default: 'body',
		description: 'WhatsApp cannot fill a cart beforehand, but it can say what was in it',
		options: [
			{
				name: 'In the Body',
				value: 'body',
				description: `A line such as "2 × Dark Rye Loaf" for each product, in the place of ${QUANTITIES} or at the end`,
			},
			{
				name: 'In Section Titles',
				value: 'sections',
				description:
					'Products of the same quantity together in a section of a list, such as "Last time: 2"',
			},
			{ name: 'Not Shown', value: 'none' },
		],
	},
	{
		displayName: 'Quantity Title',
		name: 'quantityTitle',
		type: 'string',
		default: `Last time: ${QUANTITY}`,
		description: `Title of each section, up to ${LIMITS.sectionTitle} characters. ${QUANTITY} becomes the number of units.`,
		displayOptions: { show: { quantities: ['sections'] } },
	},
];

/** How a reorder goes out, and what it says. */
export const formFields: INodeProperties[] = [
	sendAsField,
	...shownFor({ sendAs: ['message', 'byWindow'] }, messageFields),
	...shownFor({ sendAs: ['template', 'byWindow'] }, templateFields),
	...quantityFields,
];
