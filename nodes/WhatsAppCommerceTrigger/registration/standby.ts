import type { IHookFunctions } from 'n8n-workflow';

import type { Refusal } from '../../shared/graph/answer';
import { STANDBY_FIELD } from '../../shared/payload/webhooks/webhookFields';
import { logOf } from './hookLog';

/** What is missed without the subscription, for the log. Nothing at Meta tells it. Facts 15.4. */
const MISSED =
	'what customers send while Meta Business Agent holds the chat, orders too, does not arrive. Without that agent nothing is missed.';

/** Says in n8n's log that the app is registered, but without it, and why. */
export function logStandbyRefused(context: IHookFunctions, refusal: Refusal): void {
	const said = refusal.kind === 'refused' ? `Meta said: ${refusal.message}` : 'Meta did not answer';
	logOf(context).warn(
		`The Meta app could not be subscribed to "${STANDBY_FIELD}" (${said}): ${MISSED} Publish the workflow again to try once more.`,
	);
}

/** Says in n8n's log that the app, whose fields decide for accounts and numbers, is not subscribed to it. */
export function logNoStandby(context: IHookFunctions): void {
	logOf(context).info(
		`The Meta app is not subscribed to "${STANDBY_FIELD}": ${MISSED} If you use it, subscribe to "${STANDBY_FIELD}" under WhatsApp > Configuration in the Meta app dashboard.`,
	);
}
