import { createHmac } from 'crypto';
import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../../shared/graph/connection';
import { app } from './app';
import { manual } from './manual';
import type { Callback, Registration } from './registration';

const REGISTRATIONS: Record<string, Registration> = { app, manual };

/** Shorter verify tokens could be guessed, and with them somebody else's handshake answered. */
const MIN_TOKEN_LENGTH = 16;

/** The way of registration that the builder chose, and the callback that it is about. */
export async function chosenRegistration(
	this: IHookFunctions,
): Promise<{ registration: Registration; callback: Callback }> {
	const level = this.getNodeParameter('registration') as string;
	const url = this.getNodeWebhookUrl('default') ?? '';
	const verifyToken = await verifyTokenOf.call(this);
	if (level === 'manual' && verifyToken.length < MIN_TOKEN_LENGTH) {
		throw new NodeOperationError(this.getNode(), 'Verify Token is too short', {
			description: `Enter at least ${MIN_TOKEN_LENGTH} characters that nobody can guess, and paste the same ones in the dashboard of Meta.`,
			level: 'warning',
		});
	}
	return { registration: REGISTRATIONS[level], callback: { url, verifyToken } };
}

/**
 * The verify token of this node. Where we register ourselves it is derived from the app secret: it
 * needs no storage, is the same in every process, and only somebody with the secret could make it.
 */
export async function verifyTokenOf(this: IHookFunctions | IWebhookFunctions): Promise<string> {
	if (this.getNodeParameter('registration') === 'manual') {
		return String(this.getNodeParameter('verifyToken', '')).trim();
	}
	const { appSecret } = await this.getCredentials(CREDENTIAL_TYPE);
	if (typeof appSecret !== 'string' || appSecret === '') return '';
	const node = `${this.getWorkflow().id}/${this.getNode().id}`;
	return createHmac('sha256', appSecret).update(`verify token of ${node}`).digest('hex');
}
