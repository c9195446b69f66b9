import { phoneNumbers } from '../../../../shared/graph/account/phoneNumbers';
import { healthReasons } from '../../../../shared/graph/account/status';
import { readAccountSubscription } from '../../../../shared/graph/callbacks/accountSubscription';
import { allRows } from '../../../../shared/graph/paging';
import { type Check, fail, notChecked, ok, warning } from './finding';

/** Whether the token sees the business account, and whether the account may send. Facts 6.5. */
export const checkAccount: Check = ({ account }) => {
	const check = 'businessAccount';
	if (!account.ok) return [notChecked(check, account.refusal)];
	const { name, id, health_status: health } = account.value;
	const state = health?.can_send_message ?? 'unknown';
	const named = `The business account ${name ?? id}`;
	if (state === 'AVAILABLE') return [ok(check, `${named} is there and can send.`)];
	const reasons = healthReasons(health).join(' ');
	const what = `${named} is ${state.toLowerCase()}.${reasons === '' ? '' : ` ${reasons}`}`;
	const todo = 'Open WhatsApp Manager: it names the reason, such as a payment method.';
	return [state === 'BLOCKED' ? fail(check, what, todo) : warning(check, what, todo)];
};

/** Whether the number is one of the account: what else is looked at belongs to the account. Facts 6.5. */
export const checkNumberAccount: Check = async ({ graph, phoneNumberId }) => {
	const check = 'numberAccount';
	const read = await allRows(async (after) => await phoneNumbers(graph, after));
	if (!read.ok) return [notChecked(check, read.refusal)];
	if (read.value.some(({ id }) => id === phoneNumberId)) {
		return [ok(check, 'The number is one of the business account.')];
	}
	const names = read.value.map(({ id, display_phone_number: shown }) => `${shown ?? id} (${id})`);
	return [
		fail(
			check,
			`The number ${phoneNumberId} is not one of the business account ${graph.businessAccountId}. Its numbers: ${names.join(', ') || 'none'}. Catalog and webhooks of this account are not those of the number.`,
			'Choose a number of the account, or enter the business account of the number in the credential.',
		),
	];
};

/** Whether the account's webhooks reach the app, without which nothing arrives. Facts 5.3. */
export const checkSubscription: Check = async ({ graph }) => {
	const check = 'accountSubscription';
	const read = await readAccountSubscription(graph);
	if (!read.ok) return [notChecked(check, read.refusal)];
	if (!read.value.isSubscribed) {
		return [
			fail(
				check,
				'The business account is not subscribed to the app: no order and no message arrives.',
				'Publish a workflow with the WhatsApp Commerce Trigger, which subscribes it, or send POST /{business account ID}/subscribed_apps.',
			),
		];
	}
	if (graph.appId === '') {
		return [
			warning(
				check,
				'The business account is subscribed to an app. Whether it is yours cannot be told without an App ID.',
				'Fill in App ID in the credential.',
			),
		];
	}
	return [ok(check, 'The business account is subscribed to the app.')];
};
