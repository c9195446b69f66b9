import type { FunctionsBase, ICredentialDataDecryptedObject } from 'n8n-workflow';

export const CREDENTIAL_TYPE = 'whatsAppCommerceApi';

/** The credential, without the white space that pasting adds; what is not filled in is empty. */
export interface Credential {
	accessToken: string;
	businessAccountId: string;
	appId: string;
	appSecret: string;
	apiVersion: string;
	baseUrl: string;
	/** As n8n gave it, to be handed back to n8n. */
	data: ICredentialDataDecryptedObject;
}

/** Reads the credential of the node. n8n decrypts it and evaluates its expressions each time: 15 ms. */
export async function readCredential(
	context: Pick<FunctionsBase, 'getCredentials'>,
): Promise<Credential> {
	const data = await context.getCredentials(CREDENTIAL_TYPE);
	const text = (name: string) => {
		const value = data[name];
		// What an expression yields otherwise is nothing that a host or a secret could be made of.
		return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	};
	return {
		accessToken: text('accessToken'),
		businessAccountId: text('businessAccountId'),
		appId: text('appId'),
		appSecret: text('appSecret'),
		apiVersion: text('apiVersion'),
		baseUrl: text('baseUrl'),
		data,
	};
}
