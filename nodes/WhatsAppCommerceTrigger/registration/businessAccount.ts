import {
	clearAccountOverride,
	readAccountSubscription,
	saveAccountOverride,
} from '../../shared/graph/callbacks/accountSubscription';
import { assertAppId } from './inputError';
import { registrationAt } from './registrationAt';
import { MAX_OVERRIDE_LENGTH } from './slot';

/** The callback URL of the credential's business account, for all of its numbers. Facts 5.3. */
export const businessAccount = registrationAt((context, graph) => {
	// Several apps may be subscribed to an account, each with its own URL: the ID tells which is ours.
	assertAppId(context, graph);
	return {
		name: 'the business account',
		maxLength: MAX_OVERRIDE_LENGTH,
		hasFields: false,
		async read() {
			const read = await readAccountSubscription(graph);
			if (!read.ok) return read;
			const { overrideUrl: url } = read.value;
			const content =
				url === undefined ? undefined : { url, getsMessages: true, getsStandby: true };
			return { ok: true, value: content };
		},
		put: async ({ url }, verifyToken) => await saveAccountOverride(graph, url, verifyToken),
		clear: async () => await clearAccountOverride(graph),
	};
});
