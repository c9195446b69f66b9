/** Where the tests find what startHost.mts has started. */
export interface Connection {
	n8nUrl: string;
	n8nCookie: string;
	/** A POST there kills n8n and starts it again. */
	crashUrl: string;
	sandboxUrl: string;
	credentialId: string;
}

/**
 * Set by globalSetup.mjs; jest hands its environment variables to the test files. Each of jest's workers has a pair of
 * its own, because every test resets the sandbox.
 */
export function connection(): Connection {
	const pairs = JSON.parse(process.env.WHATSAPP_COMMERCE_E2E ?? '[]') as Connection[];
	const own = pairs[Number(process.env.JEST_WORKER_ID ?? 1) - 1];
	if (!own) throw new Error('There is no n8n for this worker. Use at most --maxWorkers=2.');
	return own;
}
