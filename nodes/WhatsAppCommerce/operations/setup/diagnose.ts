import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { accountStatus, numberStatus } from '../../../shared/graph/account/status';
import { readCredential } from '../../../shared/graph/credential';
import { untilUnanswered } from '../../../shared/graph/untilUnanswered';
import { splitSkus, textLike } from '../../../shared/payload/values/text';
import { catalog } from '../../fields/catalog';
import { checkedId, without } from '../../fields/reading/fields';
import { locatorValue } from '../../fields/reading/locator';
import { setupNumber } from '../../fields/sender';
import { eachItem } from '../../items/eachItem';
import type { Field } from '../../items/field';
import { operation } from '../../items/operation';
import type { Run } from '../../items/run';
import { checkAccount, checkNumberAccount, checkSubscription } from './checks/account';
import { checkProducts } from './checks/catalog';
import { checkCommerce } from './checks/commerce';
import type { Check, Finding, Setup } from './checks/finding';
import { checkNumber } from './checks/number';
import { checkAppMode, checkVersion } from './checks/platform';
import { checkToken } from './checks/token';
import { checkApp, checkCallback } from './checks/webhooks';
import { summaryItem } from './summary';

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

const fields: Array<Field | INodeProperties> = [
	{
		displayName: 'Nothing is sent and nothing is changed.',
		name: 'diagnoseNotice',
		type: 'notice',
		default: '',
	},
	setupNumber,
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
				...without(catalog.property, 'required'),
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

/** Looks at everything that must be right before anything can be sent or arrives. */
export const diagnose = operation({
	resource: 'setup',
	value: 'diagnose',
	name: 'Diagnose Setup',
	action: 'Diagnose the setup',
	description:
		'Say why nothing can be sent or arrives: token, number, webhooks, catalog and cart, each with what to do. Sends and changes nothing.',
	subtitle: 'Diagnose setup',
	fields,
	execute: eachItem(async (run, item) => {
		const setup = await readSetup(run, item);
		const findings: Finding[] = [];
		for (const check of CHECKS) findings.push(...(await check(setup)));
		const isSummary = run.given('diagnosisOutput', item) === 'summary';
		return isSummary ? [summaryItem(findings)] : findings.map((finding) => ({ ...finding }));
	}),
});

async function readSetup(run: Run, item: number): Promise<Setup> {
	const graph = untilUnanswered(run.graph);
	const phoneNumberId = setupNumber.read(run, item);
	const options = run.options(item);
	const { accessToken, appSecret, apiVersion } = await readCredential(run.n8n);
	return {
		graph,
		accessToken,
		hasAppSecret: appSecret !== '',
		apiVersion,
		phoneNumberId,
		catalogId: readCatalogOption(run, item, options),
		sampleSkus: [...new Set([options.sampleSkus].flat().flatMap((given) => skusIn(given)))],
		inspectsToken: options.inspectToken !== false,
		expectedUrl: String(options.expectedCallbackUrl ?? '').trim(),
		ownOrigin: ownOrigin(run, item),
		account: await accountStatus(graph),
		number: await numberStatus(graph, phoneNumberId),
	};
}

const skusIn = (given: unknown): string[] => splitSkus(String(textLike(given)));

/** @throws InputProblems when what was chosen is not an ID */
function readCatalogOption(run: Run, item: number, { catalogId }: IDataObject): string {
	const value = textLike(locatorValue(catalogId));
	return value === '' ? '' : checkedId(run, value, catalog.property.displayName, item);
}

/**
 * Where webhooks of this n8n begin. A node that runs is not told its trigger's URL, but the address
 * under which a waiting run goes on begins the same way (WEBHOOK_URL of n8n).
 */
function ownOrigin(run: Run, item: number): string | null {
	try {
		return new URL(String(run.n8n.evaluateExpression('{{ $execution.resumeUrl }}', item))).origin;
	} catch {
		return null;
	}
}
