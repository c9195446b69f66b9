import { healthReasons, type NumberStatus } from '../../../../shared/graph/account/status';
import { type Check, fail, type Finding, notChecked, ok, warning } from './finding';

/** All that one look at the number tells. Facts 6.5. */
export const checkNumber: Check = ({ number }) => {
	if (!number.ok) return [notChecked('number', number.refusal)];
	const status = number.value;
	return [
		registration(status),
		displayName(status),
		quality(status),
		throughput(status),
		health(status),
	];
};

function registration(number: NumberStatus): Finding {
	const { status, platform_type: platform, code_verification_status: code } = number;
	const name = number.display_phone_number ?? number.id;
	if (status !== 'CONNECTED' || platform !== 'CLOUD_API') {
		return fail(
			'number',
			`${name} is not registered on Cloud API (status ${status ?? 'unknown'}, platform ${platform ?? 'unknown'}). Nothing can be sent from it (133010).`,
			'Register the number in WhatsApp Manager or with POST /{phone number ID}/register. A verified number is not registered yet.',
		);
	}
	if (code !== undefined && code !== 'VERIFIED') {
		return warning(
			'number',
			`${name} is registered, but its verification is ${code}.`,
			'Verify the number again in WhatsApp Manager before it has to be registered anew.',
		);
	}
	return ok('number', `${name} is connected and registered on Cloud API.`);
}

function displayName({ name_status: status, verified_name: name = '' }: NumberStatus): Finding {
	const check = 'displayName';
	if (status === 'APPROVED') return ok(check, `The display name "${name}" is approved.`);
	if (status === 'AVAILABLE_WITHOUT_REVIEW') {
		return ok(check, `The display name "${name}" can be used without a review.`);
	}
	if (status === 'DECLINED') {
		return fail(
			check,
			`Meta declined the display name "${name}" (131037).`,
			'Choose another display name in WhatsApp Manager and hand it in for review.',
		);
	}
	return warning(
		check,
		`The display name "${name}" has the status ${status ?? 'unknown'}.`,
		'Look at the display name in WhatsApp Manager: without an approved one sends can be limited.',
	);
}

function quality({ quality_rating: rating = 'UNKNOWN' }: NumberStatus): Finding {
	const check = 'quality';
	const slower = 'Send less and only what customers expect; block rates and reports lower it.';
	switch (rating) {
		case 'GREEN':
			return ok(check, 'The quality of the number is high (green).');
		case 'YELLOW':
			return warning(check, 'The quality of the number is medium (yellow).', slower);
		case 'RED':
			return fail(check, 'The quality of the number is low (red): Meta may limit it.', slower);
		case 'UNKNOWN':
		case 'NA':
			return ok(check, 'The number has no quality rating yet.');
		default:
			return warning(
				check,
				`The quality of the number is ${rating}.`,
				'Look at the number in WhatsApp Manager.',
			);
	}
}

/** Facts 4: messages a second, in and out together. */
const THROUGHPUT = new Map([
	['STANDARD', '80'],
	['HIGH', '1,000'],
]);

function throughput({ throughput: given }: NumberStatus): Finding {
	const level = given?.level ?? 'unknown';
	const rate = THROUGHPUT.get(level);
	return rate === undefined
		? warning(
				'throughput',
				`The throughput of the number is ${level}.`,
				'A number that is connected has STANDARD or HIGH: look at it in WhatsApp Manager.',
			)
		: ok('throughput', `The number takes up to ${rate} messages a second.`);
}

function health({ health_status: given }: NumberStatus): Finding {
	const check = 'health';
	const state = given?.can_send_message ?? 'unknown';
	if (state === 'AVAILABLE') return ok(check, 'Meta says that messages can be sent.');
	const reasons = healthReasons(given).join(' ');
	const what = `Meta says that sending is ${state.toLowerCase()}.${reasons === '' ? '' : ` ${reasons}`}`;
	const todo = 'Open WhatsApp Manager: it names the reason and the way out.';
	return state === 'BLOCKED' ? fail(check, what, todo) : warning(check, what, todo);
}
