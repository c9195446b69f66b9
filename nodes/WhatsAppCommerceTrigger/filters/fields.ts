import type { INodeProperties } from 'n8n-workflow';

/**
 * Filters and the other options about what starts a run, for the trigger's Options. Lists take
 * commas, semicolons, tabs and new lines.
 */
export const deliveryOptions: INodeProperties[] = [
	{
		displayName: 'Add Product Details',
		name: 'enrich',
		type: 'boolean',
		default: false,
		description:
			'Whether to add name, picture, current price and availability from the catalog to each line of an order, and whether the price has changed since. When the catalog does not answer in time the order comes without them, and enrichReason says why.',
	},
	{
		displayName: 'Leave Out Customer Messages',
		name: 'leaveOutMessages',
		type: 'multiOptions',
		default: [],
		description:
			'Texts that start nothing, for instance because an answer to them would be odd. Orders always start a run.',
		options: [
			{
				name: 'Deleted',
				value: 'deleted',
				description: 'That a customer has deleted a message; there is no text to answer then',
			},
			{
				name: 'Edited',
				value: 'edited',
				description: 'The new text of a message that came before',
			},
			{
				name: 'While an Agent Holds the Chat',
				value: 'standby',
				description:
					'Texts and questions that Meta Business Agent answers. An answer of yours would take the chat from it.',
			},
		],
	},
	{
		displayName: 'Only These Catalogs',
		name: 'filterCatalogs',
		type: 'string',
		default: '',
		placeholder: 'e.g. 194836987003835',
		description:
			'Catalog IDs. Orders from other catalogs, and questions about their products, start nothing.',
	},
	{
		displayName: 'Only These Customers',
		name: 'filterCustomers',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. +16505551234, US.13491208655302741918, @pablo.m',
		description:
			'Phone numbers, user IDs or user names. A number without a country code is one of the country of your number. Others start nothing.',
	},
	{
		displayName: 'Only These Phone Numbers',
		name: 'filterPhoneNumbers',
		type: 'string',
		default: '',
		placeholder: 'e.g. 106540352242922, +1 555-078-3881',
		description:
			'Your own numbers, as phone number IDs or as they are dialled. What comes in on another one starts nothing.',
	},
	{
		displayName: 'Only With These Products',
		name: 'filterSkus',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. BREAD-01, BREAD-02',
		description:
			'SKUs. Orders with none of them, and questions about other products, start nothing.',
	},
	{
		displayName: 'Only Your Business Account',
		name: 'onlyOwnAccount',
		type: 'boolean',
		default: false,
		description:
			'Whether to leave out what Meta delivers for other business accounts than the one in the credential. An app can be subscribed to several.',
	},
	{
		displayName: 'Order Total of at Least',
		name: 'filterMinimumTotal',
		type: 'fixedCollection',
		placeholder: 'Add minimum',
		default: {},
		description:
			'Smaller orders start nothing. Neither do orders in another currency, and orders whose total cannot be read; with several currencies only the part in this one counts.',
		options: [
			{
				displayName: 'Minimum',
				name: 'minimum',
				values: [
					{
						displayName: 'Amount',
						name: 'amount',
						type: 'number',
						typeOptions: { minValue: 0, numberPrecision: 3 },
						default: 0,
						description: 'In whole units of the currency, such as 25 or 19.90',
					},
					{
						displayName: 'Currency',
						name: 'currency',
						type: 'string',
						default: '',
						placeholder: 'e.g. USD',
						description: 'Three letters (ISO 4217). Without a currency nothing is left out.',
					},
				],
			},
		],
	},
	{
		displayName: 'Shop',
		name: 'shopSystem',
		type: 'options',
		default: 'auto',
		description:
			'Whose plug-in fills the catalog. The field "shop" of each line then says which product of the shop it is: productId, variantId or sku, to book the order there.',
		options: [
			{
				name: 'By the Form of the ID',
				value: 'auto',
				description:
					'Forms such as MUG_123, wc_post_id_123, 12-34 or shopify_US_11_22 tell; a bare number does not',
			},
			{ name: 'Magento', value: 'magento', description: 'The SKU, or the ID of the entity' },
			{
				name: 'PrestaShop',
				value: 'prestashop',
				description: 'Product and combination, such as 12-34',
			},
			{ name: 'Shopify', value: 'shopify', description: 'The ID of the variant' },
			{
				name: 'WooCommerce',
				value: 'woocommerce',
				description: 'The ID of the product or variation, alone or behind its SKU',
			},
		],
	},
	{
		displayName: 'Skip Repeated Deliveries',
		name: 'skipRepeated',
		type: 'boolean',
		default: true,
		description:
			'Whether to start only once for each message, however often Meta delivers it. When turned off every delivery starts a run, and the field "delivery" says whether it is the first or a repeated one.',
	},
];
