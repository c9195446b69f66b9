import { createSandbox, type Sandbox } from '../../sandbox/server/sandbox.mts';
import { vanish } from './vanish.mts';
import { CREDENTIAL, type CredentialData } from './host';

/** A message as the sandbox accepted it. */
export interface AcceptedMessage {
	id: string;
	to: string | null;
	recipient: string | null;
	type: string;
	payload: Record<string, unknown> & { interactive: Record<string, unknown> };
	products: string[];
	dropped: string[];
	trackingData: string | null;
}

/** A sandbox for the tests of one file: a real Graph stand-in on loopback, reset before each test. */
export function useSandbox() {
	const credential: CredentialData = { ...CREDENTIAL };
	let sandbox: Sandbox;
	const control = async <T>(path: string, method = 'GET', body?: object): Promise<T> => {
		const json = body && {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		};
		const answer = await fetch(`${credential.baseUrl}/control/${path}`, { method, ...json });
		if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	beforeAll(async () => {
		sandbox = createSandbox({ statusWebhooks: false });
		credential.baseUrl = await sandbox.listen();
	});
	beforeEach(async () => await control('reset', 'POST'));
	afterAll(async () => await sandbox.close());
	return {
		credential,
		control,
		messages: async () => await control<AcceptedMessage[]>('messages'),
		calls: async () => await control<Call[]>('calls'),
		vanish: async (ms: number) => await vanish(sandbox, credential.baseUrl, ms),
	};
}

export interface Call {
	method: string;
	path: string;
	query: Record<string, string>;
	status: number;
}
