import { createHmac } from 'crypto';
import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';

import { appSecretOf } from '../secret';
import { app } from './app';
import { manual } from './manual';
import type { Callback, Registration } from './registration';

/** A Map and not an object: a name like "constructor" in a workflow file must not find anything. */
const REGISTRATIONS = new Map<unknown, Registration>([
	['app', app],
	['manual', manual],
]);

/** Shorter verify tokens could be guessed, and with them somebody else's handshake answered. */
const MIN_TOKEN_LENGTH = 16;

/** The way of registration that the builder chose, and the callback that it is about. */
export async function chosenRegistration(
	this: IHookFunctions,
): Promise<{ registration: Registration; callback: Callback }> {
	const level = this.getNodeParameter('registration') as string;
	const registration = REGISTRATIONS.get(level);
	if (!registration) {
		throw new NodeOperationError(this.getNode(), `The registration "${level}" does not exist`, {
			description: 'Choose a registration of this node, or update the package.',
			level: 'warning',
		});
	}
	const url = this.getNodeWebhookUrl('default') ?? '';
	const verifyToken = await verifyTokenOf.call(this);
	if (level === 'manual' && verifyToken === '') {
		throw new NodeOperationError(this.getNode(), 'Verify Token is too short', {
			description: `Enter at least ${MIN_TOKEN_LENGTH} characters that nobody can guess, and paste the same ones in the Meta app dashboard.`,
			level: 'warning',
		});
	}
	return { registration, callback: { url, verifyToken } };
}

/**
 * The verify token of this node; empty when there is none, which no handshake can match. Where we
 * register ourselves it is derived from the app secret: it needs no storage, is the same in every
 * process, and only somebody with the secret could make it.
 */
export async function verifyTokenOf(this: IHookFunctions | IWebhookFunctions): Promise<string> {
	if (this.getNodeParameter('registration') === 'manual') {
		const given = this.getNodeParameter('verifyToken', '') as unknown;
		const token = typeof given === 'string' ? given.trim() : '';
		return token.length < MIN_TOKEN_LENGTH ? '' : token;
	}
	const appSecret = await appSecretOf(this);
	if (appSecret === '') return '';
	const node = `${this.getWorkflow().id}/${this.getNode().id}`;
	return createHmac('sha256', appSecret).update(`verify token of ${node}`).digest('hex');
}
