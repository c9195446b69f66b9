import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../shared/graph/connection';

/** The app secret of the credential, without what pasting adds around it; empty when there is none. */
export async function appSecretOf(context: IHookFunctions | IWebhookFunctions): Promise<string> {
	const { appSecret } = await context.getCredentials(CREDENTIAL_TYPE);
	return typeof appSecret === 'string' ? appSecret.trim() : '';
}
