import { NodeOperationError } from 'n8n-workflow';

import {
	clearAccountOverride,
	readAccountSubscription,
	saveAccountOverride,
} from '../../shared/graph/callbacks/accountSubscription';
import { isGraphId } from '../../shared/payload/rules/identifiers';
import { atPlace } from './atPlace';
import { MAX_OVERRIDE_LENGTH, type Place } from './place';

/**
 * The callback URL of the credential's business account: what comes in for any of its numbers.
 * Facts 5.3.
 */
export const businessAccount = atPlace(function (graph): Place {
	// Several apps may be subscribed to an account, each with a URL of its own: the ID tells which
	// one is ours.
	if (!isGraphId(graph.appId)) {
		throw new NodeOperationError(
			this.getNode(),
			'The credential lacks the App ID. Fill it in; it has digits only.',
			{ level: 'warning' },
		);
	}
	return {
		name: 'the business account',
		maxLength: MAX_OVERRIDE_LENGTH,
		async read() {
			const read = await readAccountSubscription(graph);
			if (!read.ok) return read;
			const { overrideUrl } = read.value;
			if (overrideUrl === undefined) return { ok: true, value: undefined };
			return { ok: true, value: { url: overrideUrl, getsMessages: true } };
		},
		put: async ({ url }, verifyToken) => await saveAccountOverride(graph, url, verifyToken),
		clear: async () => await clearAccountOverride(graph),
	};
});
