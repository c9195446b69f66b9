import {
	readAppSubscription,
	removeAppSubscription,
	saveAppSubscription,
} from '../../shared/graph/callbacks/appSubscription';
import { assertAppId } from './inputError';
import { registrationAt } from './registrationAt';

/** The webhook field that customers' messages come in. Facts 2.1. */
const FIELD = 'messages';

/** The one callback URL of the app, for all of its accounts and numbers. Facts 5.3. */
export const app = registrationAt((context, graph) => {
	assertAppId(context, graph);
	return {
		name: 'the Meta app',
		// Meta states no limit for this level.
		maxLength: Number.POSITIVE_INFINITY,
		overruledBy: ({ overrideUrl }) => overrideUrl,
		async read() {
			const read = await readAppSubscription(graph);
			if (!read.ok) return read;
			if (!read.value) return { ok: true, value: undefined };
			const { callbackUrl, fields } = read.value;
			return { ok: true, value: { url: callbackUrl, getsMessages: fields.includes(FIELD) } };
		},
		async put({ url, getsMessages }, verifyToken) {
			const read = await readAppSubscription(graph);
			if (!read.ok) return read;
			// Fields that others have subscribed stay.
			const others = (read.value?.fields ?? []).filter((field) => field !== FIELD);
			const fields = getsMessages || others.length === 0 ? [...others, FIELD] : others;
			return await saveAppSubscription(graph, { callbackUrl: url, fields }, verifyToken);
		},
		clear: async () => await removeAppSubscription(graph),
	};
});
