import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { API_VERSIONS, DEFAULT_API_VERSION, endOf } from '../nodes/shared/graph/apiVersions';
import { appSecretProof } from '../nodes/shared/graph/appSecretProof';

/** Graph API versions that Meta still serves, newest first, with the day each ends. */
const VERSION_OPTIONS: INodePropertyOptions[] = API_VERSIONS.map(({ name }, index) => {
	const end = endOf(name);
	const open = index === 0 ? 'Newest' : 'No End Announced';
	return { name: `${name} (${end === null ? open : `Until ${end}`})`, value: name };
});

/** Statuses of a redirect. The Graph API has none. */
const REDIRECTS = [301, 302, 303, 307, 308];

const REDIRECTED =
	'The host in Base URL answered with a redirect, which is not followed, so that the access token stays with the host that you named. Enter the address that answers itself, with https:// where it has it; the usual Base URL is https://graph.facebook.com.';

const WRONG_ACCOUNT =
	'There is no business account with this ID that the access token can see. Check Business Account ID (not the phone number ID) and that the account is assigned to the system user.';

export class WhatsAppCommerceApi implements ICredentialType {
	name = 'whatsAppCommerceApi';

	displayName = 'WhatsApp Commerce API';

	icon: Icon = {
		light: 'file:../icons/whatsAppCommerce.svg',
		dark: 'file:../icons/whatsAppCommerce.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-commerce/n8n-nodes-whatsapp-commerce#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'A system user token with whatsapp_business_messaging, whatsapp_business_management and catalog_management. The temporary token of the Meta app dashboard expires after about 24 hours.',
		},
		{
			displayName: 'Business Account ID',
			name: 'businessAccountId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 102290129340398',
			description:
				'The WhatsApp Business Account (WABA) ID, shown in Meta Business Suite under WhatsApp Accounts. Not the phone number ID and not the business portfolio ID.',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 670843887433847',
			description: 'Needed only by the trigger. In the Meta app dashboard: App Settings > Basic.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Needed only by the trigger, which checks with it that a delivery comes from Meta. When it is there, calls to Meta prove that they hold it. In the Meta app dashboard: App Settings > Basic, of the app that the access token was made for.',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			options: VERSION_OPTIONS,
			default: DEFAULT_API_VERSION,
			description: 'Version of the Graph API that is called',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://graph.facebook.com',
			description:
				'Change it only for the sandbox or for a provider that mirrors the Cloud API. When the test shows ECONNREFUSED, ENOTFOUND or ETIMEDOUT, (under More details), this host cannot be reached from n8n.',
		},
	];

	/**
	 * A function and not the generic form: n8n evaluates a generic header as an expression for each
	 * request, which costs more than the rest of building the request. With an app secret each request
	 * carries the proof of it, which apps can require (facts 7).
	 */
	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const accessToken = String(credentials.accessToken).trim();
		const appSecret = String(credentials.appSecret ?? '').trim();
		return {
			...requestOptions,
			headers: { ...requestOptions.headers, Authorization: `Bearer ${accessToken}` },
			...(appSecret !== '' && {
				qs: { ...requestOptions.qs, appsecret_proof: appSecretProof(accessToken, appSecret) },
			}),
		};
	};

	/**
	 * Reads the business account. Meta's refusals are told apart by the code in their body, since the
	 * HTTP statuses are not reliable (Facts 3). So the status is ignored, except for redirects, which
	 * would take the token to another host.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: "={{ $credentials.baseUrl.replace(/\\/+$/, '') }}/{{ $credentials.apiVersion }}",
			url: '=/{{ encodeURIComponent($credentials.businessAccountId.trim()) }}',
			// `name` is a field of accounts and not of phone numbers: a phone number ID is refused.
			qs: { fields: 'id,name,message_template_namespace' },
			ignoreHttpStatusErrors: { ignore: true, except: REDIRECTS },
			disableFollowRedirect: true,
			timeout: 15_000,
		},
		rules: [
			...REDIRECTS.map((value) => ({
				type: 'responseCode' as const,
				properties: { value, message: REDIRECTED },
			})),
			// 463 is Meta's subcode for a session that has run out; without it 190 covers both cases.
			refusal(
				'error.error_subcode',
				463,
				'The access token has expired. Create a system user token, which does not expire, and paste it here.',
			),
			refusal(
				'error.code',
				190,
				'Meta does not accept the access token: it is mistyped, revoked or expired. Paste a current system user token.',
			),
			refusal(
				'error.code',
				0,
				'Meta cannot read the access token. Paste a current system user token, complete and without quotes.',
			),
			refusal(
				'error.code',
				10,
				'The access token lacks a permission. Grant whatsapp_business_management and whatsapp_business_messaging to the system user and create a new token.',
			),
			refusal(
				'error.code',
				200,
				'The access token lacks a permission for this business account. Grant whatsapp_business_management and whatsapp_business_messaging to the system user, assign the WhatsApp account to it in Meta Business Suite, and create a new token.',
			),
			refusal(
				'error.code',
				3,
				'The app lacks the capability for WhatsApp. Add the WhatsApp product to the app and create a new token.',
			),
			refusal(
				'error.message',
				'Invalid appsecret_proof provided in the API argument',
				'Meta does not accept the App Secret. It must be the one of the app that the access token was made for.',
			),
			refusal('error.code', 100, WRONG_ACCOUNT),
			refusal('error.code', 33, WRONG_ACCOUNT),
			refusal(
				'error.code',
				4,
				'Meta limits the calls of this app for the moment. Wait a few minutes and test again.',
			),
			refusal(
				'error.code',
				80008,
				'Meta limits the calls on this business account for the moment. Wait a few minutes and test again.',
			),
			refusal(
				'id',
				undefined,
				'The answer is not one of the Graph API, or is a redirect, which is not followed. Check Base URL and API Version; the usual Base URL is https://graph.facebook.com.',
			),
			// The type wants rules of one kind; n8n looks at the kind of each.
		] as NonNullable<ICredentialTestRequest['rules']>,
	};
}

function refusal(key: string, value: unknown, message: string) {
	return { type: 'responseSuccessBody' as const, properties: { key, value, message } };
}
