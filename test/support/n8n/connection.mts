/** Where the tests find what startHost.mts has started. */
export interface Connection {
	n8nUrl: string;
	n8nCookie: string;
	/** A POST there kills n8n and starts it again. */
	crashUrl: string;
	sandboxUrl: string;
	credentialId: string;
}

/** Set by globalSetup.mjs; jest hands its environment variables to the test files. */
export function connection(): Connection {
	return JSON.parse(process.env.WHATSAPP_COMMERCE_E2E ?? '{}') as Connection;
}
