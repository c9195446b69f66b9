import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { connect, type Graph } from '../../shared/graph/connection';
import { refusedError } from '../../shared/graph/refusedError';
import {
	isAccountSubscribed,
	readAppSubscription,
	removeAppSubscription,
	saveAppSubscription,
	subscribeAccount,
	type AppSubscription,
} from '../../shared/graph/subscriptions';
import { isGraphId } from '../../shared/payload/identifiers';
import type { Registration } from './registration';

/** The webhook field that customers' messages come in. Facts 2.1. */
const FIELD = 'messages';

/** Meta keeps exactly one callback URL for each app (facts 5.3), so this never takes one over unasked. */
export const app: Registration = {
	async exists({ url }) {
		const graph = await open.call(this);
		const standing = await current.call(this, graph);
		if (!standing) return false;
		if (standing.callbackUrl === url) {
			const account = await isAccountSubscribed(graph);
			if (!account.ok) throw refusedError(this.getNode(), account.refusal);
			return standing.fields.includes(FIELD) && account.isSubscribed;
		}
		if (this.getNodeParameter('options.replaceCallback', false) === true) return false;
		// While listening for a test event n8n shows only the message, so the way out is in it.
		throw new NodeOperationError(
			this.getNode(),
			`The Meta app already delivers to ${standing.callbackUrl}. Unpublish that workflow, use a second Meta app, or turn on "Replace Another Callback URL".`,
			{
				description:
					"An app has one callback URL. If it is this workflow's own production URL, unpublish the workflow while you test. Nothing was changed.",
				level: 'warning',
			},
		);
	},

	async create({ url, verifyToken }) {
		const graph = await open.call(this);
		const standing = await current.call(this, graph);
		// First the account, so that nothing stands half-way when its permission is missing.
		const account = await subscribeAccount(graph);
		if (!account.ok) throw refusedError(this.getNode(), account.refusal);
		const fields = [...new Set([...(standing?.fields ?? []), FIELD])];
		const saved = await saveAppSubscription(graph, { callbackUrl: url, fields }, verifyToken);
		if (!saved.ok) throw refusedError(this.getNode(), saved.refusal);
	},

	async remove({ url }) {
		const graph = await open.call(this);
		const standing = await current.call(this, graph);
		if (standing?.callbackUrl !== url) return;
		const removed = await removeAppSubscription(graph);
		if (!removed.ok) throw refusedError(this.getNode(), removed.refusal);
	},
};

async function open(this: IHookFunctions): Promise<Graph> {
	const graph = await connect(this);
	if (isGraphId(graph.appId) && isGraphId(graph.businessAccountId)) return graph;
	throw new NodeOperationError(
		this.getNode(),
		'The credential lacks an ID that the trigger needs',
		{
			description:
				'Fill in App ID, App Secret and Business Account ID in the credential. IDs have digits only.',
			level: 'warning',
		},
	);
}

async function current(this: IHookFunctions, graph: Graph): Promise<AppSubscription | undefined> {
	const read = await readAppSubscription(graph);
	if (!read.ok) throw refusedError(this.getNode(), read.refusal);
	return read.subscription;
}
