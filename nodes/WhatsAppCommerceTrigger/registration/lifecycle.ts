import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { readCredential } from '../../shared/graph/credential';
import { app } from './app';
import { businessAccount } from './businessAccount';
import { manual } from './manual';
import { phoneNumber } from './phoneNumber';
import { whereabouts } from './putBack';
import type { Callback, Registration } from './registration';
import { MIN_TOKEN_LENGTH, verifyTokenOf } from './verifyToken';

/** A Map and not an object: a name like "constructor" in a workflow file must not find anything. */
const REGISTRATIONS = new Map<unknown, Registration>([
	['app', app],
	['businessAccount', businessAccount],
	['manual', manual],
	['phoneNumber', phoneNumber],
]);

/**
 * Whether Meta delivers to this node already.
 *
 * @throws NodeOperationError when the builder has something to fill in first
 */
export async function isRegistered(this: IHookFunctions): Promise<boolean> {
	const { registration, callback } = await chosenRegistration.call(this);
	return await registration.exists.call(this, callback);
}

/** Tells Meta to deliver to this node. Throws as `Registration.create` does. */
export async function register(this: IHookFunctions): Promise<void> {
	const { registration, callback } = await chosenRegistration.call(this);
	await registration.create.call(this, callback);
}

/** Puts back what stood before. Never throws: n8n has to be able to end a workflow or a test. */
export async function deregister(this: IHookFunctions): Promise<void> {
	try {
		const { registration, callback } = await chosenRegistration.call(this);
		await registration.remove.call(this, callback);
	} catch (error) {
		this.logger.error(
			`The callback URL at Meta was left as it is (${(error as Error).message}). Look at it in the Meta app dashboard.`,
			whereabouts.call(this),
		);
	}
}

async function chosenRegistration(
	this: IHookFunctions,
): Promise<{ registration: Registration; callback: Callback }> {
	const level = this.getNodeParameter('registration') as string;
	const registration = REGISTRATIONS.get(level);
	if (!registration) {
		throw mendable.call(
			this,
			`The registration "${level}" does not exist. Choose a registration of this node, or update the package.`,
		);
	}
	const { appSecret } = await readCredential(this);
	if (appSecret === '') {
		throw mendable.call(
			this,
			'The credential lacks the App Secret. Without it no delivery can be checked, and all are refused.',
		);
	}
	if ((await verifyTokenOf.call(this)) === '') {
		throw mendable.call(
			this,
			`Verify Token is too short. Enter at least ${MIN_TOKEN_LENGTH} characters that nobody can guess, and paste the same ones in the Meta app dashboard.`,
		);
	}
	const url = this.getNodeWebhookUrl('default') ?? '';
	return { registration, callback: { url, isTest: this.getMode() === 'manual', appSecret } };
}

/**
 * While n8n listens or publishes it shows nothing but the message, so what to do stands there as
 * well.
 */
function mendable(this: IHookFunctions, message: string): NodeOperationError {
	return new NodeOperationError(this.getNode(), message, { level: 'warning' });
}
