import type { IHookFunctions } from 'n8n-workflow';

import { readCredential } from '../../shared/graph/credential';
import { app } from './app';
import { businessAccount } from './businessAccount';
import { checkFilters } from './checkFilters';
import { logOf } from './hookLog';
import { inputError } from './inputError';
import { manual } from './manual';
import { phoneNumber } from './phoneNumber';
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
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	// n8n asks this first, whatever it does then.
	checkFilters(context);
	const { registration, callback } = await chosenRegistration(context);
	return await registration.exists(context, callback);
}

/** Tells Meta to deliver to this node. Throws as `Registration.create` does. */
export async function register(context: IHookFunctions): Promise<void> {
	const { registration, callback } = await chosenRegistration(context);
	await registration.create(context, callback);
}

/** Restores the callback that was there before. Never throws: n8n has to be able to end a workflow or a test. */
export async function deregister(context: IHookFunctions): Promise<void> {
	try {
		const { registration, callback } = await chosenRegistration(context);
		await registration.remove(context, callback);
	} catch (error) {
		logOf(context).error(
			`The callback URL at Meta was left as it is (${(error as Error).message}). Look at it in the Meta app dashboard.`,
		);
	}
}

async function chosenRegistration(
	context: IHookFunctions,
): Promise<{ registration: Registration; callback: Callback }> {
	const level = context.getNodeParameter('registration') as string;
	const registration = REGISTRATIONS.get(level);
	if (!registration) {
		throw inputError(
			context,
			`The registration "${level}" does not exist. Choose a registration of this node, or update the package.`,
		);
	}
	const { appSecret } = await readCredential(context);
	if (appSecret === '') {
		throw inputError(
			context,
			'The credential lacks the App Secret. Without it no delivery can be checked, and all are refused.',
		);
	}
	if ((await verifyTokenOf(context)) === '') {
		throw inputError(
			context,
			`Verify Token is too short. Enter at least ${MIN_TOKEN_LENGTH} characters that nobody can guess, and paste the same ones in the Meta app dashboard.`,
		);
	}
	const url = context.getNodeWebhookUrl('default') ?? '';
	return { registration, callback: { url, isTest: context.getMode() === 'manual', appSecret } };
}
