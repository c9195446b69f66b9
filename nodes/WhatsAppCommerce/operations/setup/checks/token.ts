import { readTokenInfo, type TokenInfo } from '../../../../shared/graph/account/tokenInfo';
import { dayOf } from '../../../../shared/graph/apiVersions';
import { isRefusedAs } from '../../../../shared/graph/refusals/codes';
import { readGuidance } from '../../../../shared/graph/refusals/readRefused';
import { type Check, fail, type Finding, notChecked, ok, type Setup, warning } from './finding';

const TOKEN = 'accessToken';
const PERMISSIONS = 'permissions';

/** What each permission is needed for. Facts 6.6. */
const NEEDED: Record<string, string> = {
	whatsapp_business_messaging: 'sending messages',
	whatsapp_business_management: 'numbers, templates, webhooks and commerce settings',
	catalog_management: 'products and product sets',
};

const NEW_TOKEN =
	'Create a system user token, which does not expire, in Meta Business Suite and paste it into the credential.';

/** A token that ends within this time is worth a warning; those of the dashboard last one day (facts 7). */
const SOON_MS = 14 * 24 * 60 * 60 * 1000;

/** Whether the token is valid, how long, and what it may do. */
export const checkToken: Check = async (setup) => {
	if (!setup.inspectsToken) {
		const what = 'Not looked up: Inspect Access Token is off.';
		return [bySetup(setup), warning(PERMISSIONS, what, permissionsTodo(Object.keys(NEEDED)))];
	}
	const { graph, accessToken, hasAppSecret } = setup;
	const asApp = hasAppSecret && graph.appId !== '';
	const result = await readTokenInfo(graph, accessToken, asApp);
	if (!result.ok) return [bySetup(setup), notChecked(PERMISSIONS, result.refusal)];
	return [validity(setup, result.value), permissions(setup, result.value)];
};

/** What the answer to another call says about the token. */
function bySetup({ account }: Setup): Finding {
	if (account.ok) return ok(TOKEN, 'Meta accepts the access token.');
	const { refusal } = account;
	const hasCode = refusal.kind === 'refused' && refusal.code !== null;
	if (!hasCode || isRefusedAs(refusal, 'tokenRefused')) {
		const { what, todo } = readGuidance(refusal);
		return fail(TOKEN, `${what}.`, todo);
	}
	// Meta has read the token, which may not do this or see this object.
	return isRefusedAs(refusal, 'permissionMissing', 'objectUnknown', 'parameterInvalid')
		? ok(TOKEN, 'Meta accepts the access token.')
		: notChecked(TOKEN, refusal);
}

function validity({ graph }: Setup, { isValid, expiresAt, appId }: TokenInfo): Finding {
	if (!isValid) {
		const when = expiresAt === null ? '' : ` It expired on ${dayOf(expiresAt)}.`;
		return fail(TOKEN, `Meta does not accept the access token.${when}`, NEW_TOKEN);
	}
	if (graph.appId !== '' && appId !== null && appId !== graph.appId) {
		return warning(
			TOKEN,
			`The access token was made for the app ${appId}, and the credential names the app ${graph.appId}.`,
			'Use a token and an App ID of the same Meta app: the app of the credential receives the webhooks.',
		);
	}
	if (expiresAt === null) return ok(TOKEN, 'The access token is valid and does not expire.');
	const what = `The access token is valid until ${dayOf(expiresAt)}.`;
	return expiresAt - Date.now() < SOON_MS ? warning(TOKEN, what, NEW_TOKEN) : ok(TOKEN, what);
}

function permissions({ graph }: Setup, { isValid, scopes, targets }: TokenInfo): Finding {
	if (!isValid) {
		return warning(PERMISSIONS, 'Not checked, since the access token is not valid.', NEW_TOKEN);
	}
	const missing = Object.keys(NEEDED).filter((scope) => !scopes.includes(scope));
	if (missing.length > 0) {
		const named = missing.map((scope) => `${scope} (${NEEDED[scope]})`).join(', ');
		return fail(PERMISSIONS, `The access token lacks ${named}.`, permissionsTodo(missing));
	}
	const unassigned = [...targets].filter(
		([scope, ids]) =>
			scope.startsWith('whatsapp_') && !ids.includes(graph.businessAccountId) && ids.length > 0,
	);
	if (unassigned.length > 0) {
		return fail(
			PERMISSIONS,
			'The access token has the permissions, but not for the business account of the credential.',
			'Assign the WhatsApp account to the system user in Meta Business Suite and create a new token.',
		);
	}
	return ok(PERMISSIONS, `The access token has ${Object.keys(NEEDED).join(', ')}.`);
}

const permissionsTodo = (scopes: string[]): string =>
	`Make sure that the system user's token has ${scopes.join(', ')}, and that the WhatsApp account and the catalog are assigned to that user.`;
