import {
	NodeOperationError,
	type ICredentialsDecrypted,
	type IDataObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { isGraphId } from '../payload/rules/identifiers';
import { preview } from '../payload/values/text';
import { readAnswer, readFailure, withoutSecrets, type GraphAnswer } from './answer';
import { appSecretProof } from './appSecretProof';
import { CREDENTIAL_TYPE, readCredential } from './credential';
import { onceForEach, type Once } from './once';

/** Where Graph is called from: a run, a drop-down, the registration of a trigger, or a delivery to it. */
export type GraphContext =
	| IExecuteFunctions
	| ILoadOptionsFunctions
	| IHookFunctions
	| IWebhookFunctions;

/** Milliseconds until an unanswered call is given up. n8n's own default would be five minutes. */
const TIMEOUT_MS = 30_000;

/** One call. Segments of the path are encoded, so an id can never reach another endpoint. */
export interface GraphCall {
	method: IHttpRequestMethods;
	path: string[];
	query?: IDataObject;
	body?: object;
}

/** The credential's way to Graph, read once and used for as many calls as a run makes. */
export interface Graph {
	/** Calls with the access token. Never throws: what went wrong is in the answer. */
	call(call: GraphCall): Promise<GraphAnswer>;
	/** Calls as the app itself, which app subscriptions demand (facts 5.3). */
	callAsApp(call: GraphCall): Promise<GraphAnswer>;
	/** Reads something once for as long as this Graph lives, which is one run. */
	once: Once;
	businessAccountId: string;
	appId: string;
	/** Host and version that are called, without anything secret. */
	root: string;
}

/**
 * Reads the credential of the node and opens the way to Graph.
 *
 * @param timeoutMs milliseconds until an unanswered call is given up
 * @throws NodeOperationError when the business account of the credential is not an ID
 */
export async function connect(context: GraphContext, timeoutMs = TIMEOUT_MS): Promise<Graph> {
	const credential = await readCredential(context);
	const { accessToken, appId, appSecret, businessAccountId } = credential;
	const root = `${credential.baseUrl.replace(/\/+$/, '')}/${credential.apiVersion}`;
	const app = appAccess(`${appId}|${appSecret}`, appSecret);
	const secrets = [accessToken, appSecret, app.proof, appSecretProof(accessToken, appSecret)];
	if (!isGraphId(businessAccountId)) {
		throw new NodeOperationError(context.getNode(), 'Business Account ID is not an ID', {
			description: `The credential has "${preview(businessAccountId)}" there. IDs have digits only, for example 102290129340398.`,
			level: 'warning',
		});
	}
	const held = { id: '', name: '', type: CREDENTIAL_TYPE, data: credential.data };
	const optionsOf = (call: GraphCall) => options(root, call, timeoutMs);
	return {
		businessAccountId,
		appId,
		root,
		call: async (call) => withoutSecrets(await request(context, optionsOf(call), held), secrets),
		callAsApp: async (call) => {
			const query = { ...call.query, appsecret_proof: app.proof };
			const asked = { ...optionsOf({ ...call, query }), headers: app.headers };
			return withoutSecrets(await requestAsApp(context, asked), secrets);
		},
		once: onceForEach(),
	};
}

/** What the app itself calls with. */
const appAccess = (token: string, appSecret: string) => ({
	headers: { Authorization: `Bearer ${token}` },
	proof: appSecretProof(token, appSecret),
});

function options(
	root: string,
	{ method, path, query, body }: GraphCall,
	timeout: number,
): IHttpRequestOptions {
	return {
		method,
		url: [root, ...path.map((segment) => encodeURIComponent(segment))].join('/'),
		...(query && { qs: query }),
		...(body && { body }),
		json: true,
		// The answer is read here, because only Meta's code tells what happened (facts 3).
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout,
		// A redirect would take the message to another host, and with older n8n the token too.
		disableFollowRedirect: true,
	};
}

/**
 * The credential is handed over as it was read for the run: n8n would decrypt it and evaluate its
 * expressions again for each call, which costs more than the call itself.
 */
async function request(
	context: GraphContext,
	call: IHttpRequestOptions,
	held: ICredentialsDecrypted,
): Promise<GraphAnswer> {
	try {
		const send = context.helpers.httpRequestWithAuthentication;
		const given = { credentialsDecrypted: held };
		const response = await send.call(context, CREDENTIAL_TYPE, call, given);
		return readAnswer(response, call.url);
	} catch (failure) {
		return readFailure(failure);
	}
}

async function requestAsApp(
	context: GraphContext,
	call: IHttpRequestOptions,
): Promise<GraphAnswer> {
	try {
		return readAnswer(await context.helpers.httpRequest(call), call.url);
	} catch (failure) {
		return readFailure(failure);
	}
}
