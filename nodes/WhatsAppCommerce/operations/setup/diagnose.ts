import type { IDataObject } from 'n8n-workflow';

import { accountStatus, numberStatus } from '../../../shared/graph/account/status';
import { readCredential } from '../../../shared/graph/credential';
import { untilUnanswered } from '../../../shared/graph/untilUnanswered';
import { splitSkus, textLike } from '../../../shared/payload/values/text';
import { catalog } from '../../fields/catalog';
import { checkedId } from '../../fields/reading/fields';
import { locatorValue } from '../../fields/reading/locator';
import { setupNumber } from '../../fields/sender';
import { eachItem } from '../../items/eachItem';
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
import { diagnoseFields, output } from './diagnoseFields';
import { summaryItem } from './summary';

/** In the order in which they depend on each other. */
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

/** Checks everything that sending and receiving depend on. */
export const diagnose = operation({
	resource: 'setup',
	value: 'diagnose',
	name: 'Diagnose Setup',
	action: 'Diagnose the setup',
	description:
		'Say why nothing can be sent or arrives: token, number, webhooks, catalog and cart, each with what to do. Sends and changes nothing.',
	subtitle: 'Diagnose setup',
	fields: diagnoseFields,
	execute: eachItem(async (run, item) => {
		const setup = await readSetup(run, item);
		const findings: Finding[] = [];
		for (const check of CHECKS) findings.push(...(await check(setup)));
		const isSummary = run.given(output.name, item) === 'summary';
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
 * The origin of this n8n's webhooks. A running node cannot ask for its trigger's URL, but the URL that
 * resumes a waiting run has the same origin (WEBHOOK_URL of n8n).
 */
function ownOrigin(run: Run, item: number): string | null {
	try {
		return new URL(String(run.n8n.evaluateExpression('{{ $execution.resumeUrl }}', item))).origin;
	} catch {
		return null;
	}
}
