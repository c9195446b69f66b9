import {
	readAppSubscription,
	removeAppSubscription,
	saveAppSubscription,
} from '../../shared/graph/callbacks/appSubscription';
import { MESSAGES_FIELD, STANDBY_FIELD } from '../../shared/payload/webhooks/webhookFields';
import { assertAppId } from './inputError';
import { isFinal } from './passing';
import { registrationAt } from './registrationAt';
import type { SlotContent } from './slot';
import { logStandbyRefused } from './standby';

/** The one callback URL of the app, for all of its accounts and numbers. Facts 5.3. */
export const app = registrationAt((context, graph) => {
	assertAppId(context, graph);
	return {
		name: 'the Meta app',
		// Meta states no limit for this level.
		maxLength: Number.POSITIVE_INFINITY,
		hasFields: true,
		overruledBy: ({ overrideUrl }) => overrideUrl,
		async read() {
			const read = await readAppSubscription(graph);
			if (!read.ok) return read;
			if (!read.value) return { ok: true, value: undefined };
			const { callbackUrl: url, fields } = read.value;
			const getsMessages = fields.includes(MESSAGES_FIELD);
			const getsStandby = fields.includes(STANDBY_FIELD);
			return { ok: true, value: { url, getsMessages, getsStandby } };
		},
		async put(content, verifyToken) {
			const read = await readAppSubscription(graph);
			if (!read.ok) return read;
			const standing = read.value?.fields ?? [];
			const save = async (getsStandby: boolean) => {
				const fields = fieldsFor({ ...content, getsStandby }, standing);
				return await saveAppSubscription(graph, { callbackUrl: content.url, fields }, verifyToken);
			};
			const answer = await save(content.getsStandby);
			if (answer.ok || !content.getsStandby || !isFinal(answer.refusal)) return answer;
			const without = await save(false);
			if (without.ok) logStandbyRefused(context, answer.refusal);
			return without;
		},
		clear: async () => await removeAppSubscription(graph),
	};
});

/** @param standing the fields that the app is subscribed to: those that others have subscribed stay */
function fieldsFor({ getsMessages, getsStandby }: SlotContent, standing: string[]): string[] {
	const fields = [
		...standing.filter((field) => field !== MESSAGES_FIELD && field !== STANDBY_FIELD),
		...(getsMessages ? [MESSAGES_FIELD] : []),
		...(getsStandby ? [STANDBY_FIELD] : []),
	];
	return fields.length > 0 ? fields : [MESSAGES_FIELD];
}
