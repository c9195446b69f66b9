import type { IHookFunctions, NodeApiError } from 'n8n-workflow';

import type { Refusal } from '../../shared/graph/answer';
import {
	readAccountSubscription,
	subscribeAccount,
	type AccountSubscription,
} from '../../shared/graph/callbacks/accountSubscription';
import {
	readAppSubscription,
	type AppSubscription,
} from '../../shared/graph/callbacks/appSubscription';
import { connect, type Graph } from '../../shared/graph/connection';
import { guidanceFor } from '../../shared/graph/refusals/guidance';
import { refusedError } from '../../shared/graph/refusals/refusedError';
import { isGraphId } from '../../shared/payload/rules/identifiers';
import { STANDBY_FIELD } from '../../shared/payload/webhooks/webhookFields';
import { logOf } from './hookLog';
import { inputError } from './inputError';
import { isOurs, isSameNode, shown } from './ownership';
import type { Callback, Registration } from './registration';
import { recognized, type CallbackUrl, type RecognizedUrl } from './rememberedUrls';
import { canRestore, logNotRestored, pasteAgain, restore } from './restore';
import type { CallbackSlot, OpenSlot, SlotContent } from './slot';
import { logNoStandby, logStandbyRefused } from './standby';
import { ALL, assertMayReplace, predecessors, urlFor } from './takeover';
import { verifyTokenFor } from './verifyToken';

/** A registration that sets the callback URL in one slot, the same way on every level. */
export const registrationAt = (openSlot: OpenSlot): Registration => ({
	async exists(context, own) {
		const graph = await connect(context);
		const slot = openSlot(context, graph);
		const content = await contentOf(context, slot);
		const current = recognizedIn(content, own);
		if (!content || current?.url !== own.url || !current.getsMessages) return false;
		if (!(await accountOf(context, graph)).isSubscribed) return false;
		// Registered before this was asked for. It stands, whatever comes of that.
		if (!content.getsStandby) {
			const answer = await slot.put({ ...content, ...ALL }, verifyTokenFor(own.url, own.appSecret));
			if (!answer.ok) logStandbyRefused(context, answer.refusal);
		}
		return true;
	},

	async create(context, own) {
		const graph = await connect(context);
		const slot = openSlot(context, graph);
		const current = recognizedIn(await contentOf(context, slot), own);
		if (current) assertMayReplace(context, slot, own, current);
		const isRestorable = (one: CallbackUrl) => canRestore(context, one, own.appSecret);
		const url = urlFor(context, slot, own, predecessors(own, current), isRestorable);
		const ofApp = await assertRightSecret(context, graph);
		// First the account, so that nothing is left half-way when its permission is missing.
		await subscribe(context, graph, slot);
		const token = verifyTokenFor(own.url, own.appSecret);
		const answer = await slot.put({ url, ...ALL }, token);
		if (!answer.ok) throw registrationError(context, answer.refusal);
		if (!slot.hasFields && ofApp && !ofApp.fields.includes(STANDBY_FIELD)) logNoStandby(context);
		if (current?.kind === 'foreign' && !isOurs(own, current) && !isRestorable(current)) {
			logOf(context).warn(pasteAgain(slot, current));
		}
	},

	async remove(context, own) {
		const graph = await connect(context);
		const slot = openSlot(context, graph);
		const read = await slot.read();
		if (!read.ok) return logNotRestored(context, slot, read.refusal);
		const current = recognizedIn(read.value, own);
		if (!current || !isOurs(own, current)) return;
		// n8n does not say on removal which URL it is about, but only a test finds its own URL as one.
		const isTest = current.kind === 'test' && current.url === own.url;
		await restore(context, slot, own.appSecret, predecessors({ ...own, isTest }, current));
	},
});

/** What is in the slot now. */
async function contentOf(
	context: IHookFunctions,
	slot: CallbackSlot,
): Promise<SlotContent | undefined> {
	const read = await slot.read();
	if (!read.ok) throw registrationError(context, read.refusal);
	return read.value;
}

function recognizedIn(content: SlotContent | undefined, own: Callback): RecognizedUrl | undefined {
	if (!content) return undefined;
	const current = recognized(content, own.appSecret);
	const [url = '', memory = ''] = current.url.split('?');
	// Pasted by hand, or the memory was sealed with a former app secret.
	if (url === own.url) return { ...current, url };
	const isFormer = memory.startsWith('before=') && isSameNode(own, current);
	return isFormer ? { ...current, url, kind: 'live' } : current;
}

/**
 * With a wrong app secret everything would look well, and each delivery would be refused.
 *
 * @returns what the app is subscribed to, as far as that can be asked
 */
async function assertRightSecret(
	context: IHookFunctions,
	graph: Graph,
): Promise<AppSubscription | undefined> {
	if (!isGraphId(graph.appId)) return undefined;
	const read = await readAppSubscription(graph);
	if (read.ok) return read.value;
	if (guidanceFor(read.refusal).failure?.cause !== 'credential-invalid') return undefined;
	throw inputError(
		context,
		'Meta does not accept App ID and App Secret of the credential. Copy both from the Meta app dashboard, App Settings > Basic. Without the right App Secret no delivery can be checked.',
	);
}

async function accountOf(context: IHookFunctions, graph: Graph): Promise<AccountSubscription> {
	const read = await readAccountSubscription(graph);
	if (!read.ok) throw registrationError(context, read.refusal);
	return read.value;
}

async function subscribe(context: IHookFunctions, graph: Graph, slot: CallbackSlot): Promise<void> {
	const account = await accountOf(context, graph);
	const above = slot.overruledBy?.(account);
	if (above !== undefined) {
		logOf(context).warn(
			`Messages of the business account go to ${shown(above)}, which goes before the URL of ${slot.name}. To receive them here, use Registration "Business Account" or clear that URL.`,
		);
	}
	if (account.isSubscribed) return;
	const answer = await subscribeAccount(graph);
	if (!answer.ok) throw registrationError(context, answer.refusal);
	logOf(context).info(
		`The business account ${graph.businessAccountId} is subscribed to the Meta app now; without that Meta delivers nothing.`,
	);
}

/** While n8n listens or publishes it shows only the message, so that says what to do as well. */
function registrationError(context: IHookFunctions, refusal: Refusal): NodeApiError {
	const error = refusedError(context.getNode(), refusal);
	error.message = `${error.message}. ${guidanceFor(refusal).todo}`;
	return error;
}
