import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';

import type { Graph } from '../../../shared/graph/connection';
import { readCredential } from '../../../shared/graph/credential';
import { accountStatus, numberStatus } from '../../../shared/graph/account/status';
import { untilUnanswered } from '../../../shared/graph/untilUnanswered';
import { splitSkus, textLike } from '../../../shared/payload/values/text';
import { catalogField } from '../../fields/catalog';
import { locatorValue } from '../../fields/reading/locator';
import { setupNumberField } from '../../../shared/fields/phoneNumber';
import { checkedId, readId } from '../../fields/reading/readId';
import { eachItem } from '../../items/eachItem';
import { checkAccount, checkNumberAccount, checkSubscription } from './checks/account';
import { checkProducts } from './checks/catalog';
import { checkCommerce } from './checks/commerce';
import type { Check, Finding, Setup } from './checks/finding';
import { checkNumber } from './checks/number';
import { checkAppMode, checkVersion } from './checks/platform';
import { checkToken } from './checks/token';
import { checkApp, checkCallback } from './checks/webhooks';
import { summaryItem } from './summary';
import { readOptions } from '../../fields/reading/options';

/** In the order in which one thing needs the other. */
const CHECKS: Check[] = [
	checkToken,
	checkVersion,
	checkAccount,
	checkNumberAccount,
	checkNumber,
	checkApp,
	checkAppMode,
	checkSubscription,
	checkCallback,
	checkProducts,
	checkCommerce,
];

const properties: INodeProperties[] = [
	{
		displayName: 'Nothing is sent and nothing is changed.',
		name: 'diagnoseNotice',
		type: 'notice',
		default: '',
	},
	setupNumberField,
	{
		displayName: 'Output',
		name: 'diagnosisOutput',
		type: 'options',
		default: 'perCheck',
		options: [
			{
				name: 'One Item per Check',
				value: 'perCheck',
				description: 'Each check with its status, what was found and what to do',
			},
			{
				name: 'One Summary Item',
				value: 'summary',
				description: 'The worst status, the counts, and a table as text',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				...catalogField,
				required: undefined,
				description:
					'The catalog that your workflows use. Without it the connected one is looked at.',
			},
			{
				displayName: 'Expected Callback URL',
				name: 'expectedCallbackUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com/webhook/…',
				description:
					'The production URL of your trigger, to compare with the one at Meta. Without it any URL of this n8n is fine.',
			},
			{
				displayName: 'Inspect Access Token',
				name: 'inspectToken',
				type: 'boolean',
				default: true,
				description:
					'Whether to ask Meta about the access token. Meta takes the token only inside the URL of that call; turn it off where a proxy keeps URLs.',
			},
			{
				displayName: 'Sample SKUs',
				name: 'sampleSkus',
				type: 'string',
				default: '',
				placeholder: 'e.g. BREAD-01, BREAD-02',
				description: 'Products that must be sendable, with commas between them',
			},
		],
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['setup'], operation: ['diagnose'] } },
	properties,
);

/** Looks at everything that must be right before anything can be sent or arrives. */
export const execute = eachItem(async function (item, graph) {
	const setup = await readSetup.call(this, item, untilUnanswered(graph));
	const findings: Finding[] = [];
	for (const check of CHECKS) findings.push(...(await check(setup)));
	const isSummary = this.getNodeParameter('diagnosisOutput', item) === 'summary';
	return isSummary ? [summaryItem(findings)] : findings.map((finding) => ({ ...finding }));
});

async function readSetup(this: IExecuteFunctions, item: number, graph: Graph): Promise<Setup> {
	const phoneNumberId = readId.call(this, 'phoneNumberId', 'Phone Number', item);
	const options = readOptions.call(this, item);
	const { accessToken, appSecret, apiVersion } = await readCredential(this);
	return {
		graph,
		accessToken,
		hasAppSecret: appSecret !== '',
		apiVersion,
		phoneNumberId,
		catalogId: readCatalogOption.call(this, item, options),
		sampleSkus: [...new Set([options.sampleSkus].flat().flatMap((given) => skusIn(given)))],
		inspectsToken: options.inspectToken !== false,
		expectedUrl: String(options.expectedCallbackUrl ?? '').trim(),
		ownOrigin: ownOrigin.call(this, item),
		account: await accountStatus(graph),
		number: await numberStatus(graph, phoneNumberId),
	};
}

const skusIn = (given: unknown): string[] => splitSkus(String(textLike(given)));

/** @throws DraftError when what was chosen is not an ID */
function readCatalogOption(
	this: IExecuteFunctions,
	item: number,
	{ catalogId }: IDataObject,
): string {
	const value = textLike(locatorValue(catalogId));
	return value === '' ? '' : checkedId.call(this, value, 'Catalog', item);
}

/**
 * Where webhooks of this n8n begin. A node that runs is not told its trigger's URL, but the address
 * under which a waiting run goes on begins the same way (WEBHOOK_URL of n8n).
 */
function ownOrigin(this: IExecuteFunctions, item: number): string | null {
	try {
		return new URL(String(this.evaluateExpression('{{ $execution.resumeUrl }}', item))).origin;
	} catch {
		return null;
	}
}
