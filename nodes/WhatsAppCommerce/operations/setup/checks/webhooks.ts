import { readAppSubscription } from '../../../../shared/graph/callbacks/appSubscription';
import { isRefusedAs } from '../../../../shared/graph/refusals/codes';
import { MESSAGES_FIELD, STANDBY_FIELD } from '../../../../shared/payload/webhooks/webhookFields';
import { type Check, fail, type Finding, notChecked, ok, type Setup, warning } from './finding';

const PUBLISH =
	'Publish a workflow with the WhatsApp Commerce Trigger, or enter its production URL under WhatsApp > Configuration in the Meta app dashboard.';

/** Whether the app has a callback URL that gets messages. Only the app itself may ask (facts 5.3). */
export const checkApp: Check = async ({ graph, hasAppSecret }) => {
	const check = 'appSubscription';
	if (graph.appId === '' || !hasAppSecret) {
		return [
			warning(
				check,
				'Not checked: the credential has no App ID or no App Secret.',
				'Fill in both, from App settings > Basic of the Meta app dashboard. The trigger needs them too.',
			),
		];
	}
	const read = await readAppSubscription(graph);
	if (!read.ok) {
		return [
			// Any other code says nothing about App ID and App Secret. Facts 3.
			isRefusedAs(read.refusal, 'tokenRefused', 'parameterInvalid', 'appUnknown')
				? fail(
						check,
						'Meta does not accept App ID and App Secret.',
						'Copy both from App settings > Basic of the Meta app dashboard. With a wrong secret the trigger refuses every delivery.',
					)
				: notChecked(check, read.refusal),
		];
	}
	const subscription = read.value;
	if (!subscription) return [fail(check, 'The app has no callback URL for WhatsApp.', PUBLISH)];
	const { fields } = subscription;
	const messages = fields.includes(MESSAGES_FIELD)
		? ok(check, `The app is subscribed to "${MESSAGES_FIELD}".`)
		: fail(
				check,
				`The app is not subscribed to the field "${MESSAGES_FIELD}", in which orders come.`,
				`Subscribe to "${MESSAGES_FIELD}" under WhatsApp > Configuration in the Meta app dashboard.`,
			);
	return [messages, standbyIn(fields)];
};

/** Whether orders come while Meta Business Agent holds the chat, which nothing else tells. Facts 15.4. */
function standbyIn(fields: string[]): Finding {
	const check = 'standbySubscription';
	if (fields.includes(STANDBY_FIELD)) {
		return ok(
			check,
			`The app is subscribed to "${STANDBY_FIELD}": orders also come while Meta Business Agent holds a chat.`,
		);
	}
	return warning(
		check,
		`The app is not subscribed to the field "${STANDBY_FIELD}", in which orders come while Meta Business Agent holds a chat. Without that agent nothing is missed.`,
		`Publish the workflow with Registration "App" again, which subscribes it, or subscribe to "${STANDBY_FIELD}" under WhatsApp > Configuration in the Meta app dashboard.`,
	);
}

/** The level of a callback URL, in words; the first one that is set wins (facts 5.3). */
const LEVELS = [
	['phone_number', 'of the phone number'],
	['whatsapp_business_account', 'of the business account'],
	['application', 'of the app'],
] as const;

/** Which callback URL wins, and whether it leads here. */
export const checkCallback: Check = (setup) => {
	const check = 'callbackUrl';
	if (!setup.number.ok) return [notChecked(check, setup.number.refusal)];
	const { webhook_configuration: callbacks } = setup.number.value;
	const set = LEVELS.filter(([level]) => callbacks?.[level]);
	const [winner] = set;
	if (!winner) return [fail(check, 'No callback URL is set on any level.', PUBLISH)];
	const [level, words] = winner;
	const hidden = set.slice(1).map(([, others]) => others);
	const before = hidden.length === 0 ? '' : `, before the one ${hidden.join(' and the one ')}`;
	const url = callbacks?.[level] ?? '';
	return [judge(setup, url, `The callback URL ${words} wins${before}: ${shown(url)}`)];
};

function judge({ expectedUrl, ownOrigin }: Setup, url: string, what: string): Finding {
	const check = 'callbackUrl';
	if (expectedUrl !== '') {
		return shown(url) === shown(expectedUrl)
			? ok(check, `${what}. It is the expected one.`)
			: fail(check, `${what}. Expected was ${shown(expectedUrl)}.`, PUBLISH);
	}
	if (ownOrigin === null || originOf(url) !== ownOrigin) {
		const here = ownOrigin === null ? '' : ` Webhooks of this n8n begin with ${ownOrigin}.`;
		return warning(
			check,
			`${what}.${here}`,
			'Compare it with the production URL of your trigger, or enter that URL as Expected Callback URL. If it is another one, another workflow or system gets the orders.',
		);
	}
	if (new URL(url).pathname.includes('/webhook-test/')) {
		return warning(
			check,
			`${what}. It is a test URL, which answers only while the editor listens.`,
			PUBLISH,
		);
	}
	return ok(check, `${what}. It leads to this n8n.`);
}

/** Without what may follow the path: callback URLs can carry tokens there. */
function shown(url: string): string {
	try {
		const { origin, pathname } = new URL(url.trim());
		return `${origin}${pathname.replace(/\/+$/, '')}`;
	} catch {
		return '(not a URL)';
	}
}

function originOf(url: string): string | null {
	try {
		return new URL(url).origin;
	} catch {
		return null;
	}
}
