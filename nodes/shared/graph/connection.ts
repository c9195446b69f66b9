import {
	NodeOperationError,
	type ICredentialsDecrypted,
	type IDataObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestMethods,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';

import { isGraphId } from '../payload/identifiers';
import { preview } from '../payload/text';
import { readAnswer, readFailure, withoutSecrets, type GraphAnswer } from './answer';
import { appSecretProof } from './appSecretProof';

/** Where a Graph call can be made from: a run, a drop-down, or the registration of a trigger. */
export type GraphContext = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions;

export const CREDENTIAL_TYPE = 'whatsAppCommerceApi';

/** Milliseconds until an unanswered call is given up. n8n's own default would be five minutes. */
const TIMEOUT_MS = 30_000;

/** One call. Segments of the path are encoded, so an id can never reach another endpoint. */
export interface GraphCall {
	method: IHttpRequestMethods;
	path: string[];
	query?: IDataObject;
	body?: IDataObject;
}

/** The credential's way to Graph, read once and used for as many calls as a run makes. */
export interface Graph {
	/** Calls with the access token. Never throws: what went wrong is in the answer. */
	call(call: GraphCall): Promise<GraphAnswer>;
	/** Calls as the app itself, which app subscriptions demand (facts 5.3). */
	callAsApp(call: GraphCall): Promise<GraphAnswer>;
	businessAccountId: string;
	appId: string;
	/** Host and version that are called, without anything secret. */
	root: string;
}

/**
 * Reads the credential of the node and opens the way to Graph.
 *
 * @throws NodeOperationError when the business account of the credential is not an ID
 */
export async function connect(context: GraphContext): Promise<Graph> {
	const credentials = await context.getCredentials(CREDENTIAL_TYPE);
	const text = (name: string) => String(credentials[name] ?? '').trim();
	const root = `${text('baseUrl').replace(/\/+$/, '')}/${text('apiVersion')}`;
	const [accessToken, appSecret] = [text('accessToken'), text('appSecret')];
	const app = appAccess(`${text('appId')}|${appSecret}`, appSecret);
	const secrets = [accessToken, appSecret, app.proof, appSecretProof(accessToken, appSecret)];
	const businessAccountId = text('businessAccountId');
	if (!isGraphId(businessAccountId)) {
		throw new NodeOperationError(context.getNode(), 'Business Account ID is not an ID', {
			description: `The credential has "${preview(businessAccountId)}" there. IDs have digits only, for example 102290129340398.`,
			level: 'warning',
		});
	}
	const held = { id: '', name: '', type: CREDENTIAL_TYPE, data: credentials };
	return {
		businessAccountId,
		appId: text('appId'),
		root,
		call: async (call) => withoutSecrets(await request(context, root, call, held), secrets),
		callAsApp: async (call) =>
			withoutSecrets(await requestAsApp(context, root, call, app), secrets),
	};
}

/** What the app itself calls with. */
const appAccess = (token: string, appSecret: string) => ({
	headers: { Authorization: `Bearer ${token}` },
	proof: appSecretProof(token, appSecret),
});

function options(root: string, { method, path, query, body }: GraphCall) {
	return {
		method,
		url: [root, ...path.map((segment) => encodeURIComponent(segment))].join('/'),
		...(query && { qs: query }),
		...(body && { body }),
		json: true,
		// The answer is read here, because only Meta's code tells what happened (facts 3).
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: TIMEOUT_MS,
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

/**
 * The credential is handed over as it was read for the run: n8n would decrypt it and evaluate its
 * expressions anew for each call, which costs more than the call itself.
 */
async function request(
	context: GraphContext,
	root: string,
	call: GraphCall,
	held: ICredentialsDecrypted,
): Promise<GraphAnswer> {
	try {
		const send = context.helpers.httpRequestWithAuthentication;
		const given = { credentialsDecrypted: held };
		return readAnswer(await send.call(context, CREDENTIAL_TYPE, options(root, call), given));
	} catch (failure) {
		return readFailure(failure);
	}
}

async function requestAsApp(
	context: GraphContext,
	root: string,
	call: GraphCall,
	{ headers, proof }: ReturnType<typeof appAccess>,
): Promise<GraphAnswer> {
	try {
		const query = { ...call.query, appsecret_proof: proof };
		const asked = { ...options(root, { ...call, query }), headers };
		return readAnswer(await context.helpers.httpRequest(asked));
	} catch (failure) {
		return readFailure(failure);
	}
}
