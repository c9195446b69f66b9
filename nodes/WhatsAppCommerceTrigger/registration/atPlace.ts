import { NodeOperationError, type IHookFunctions, type NodeApiError } from 'n8n-workflow';

import {
	readAccountSubscription,
	subscribeAccount,
} from '../../shared/graph/callbacks/accountSubscription';
import type { Refusal } from '../../shared/graph/answer';
import { connect, type Graph } from '../../shared/graph/connection';
import { guidanceFor } from '../../shared/graph/refusals/guidance';
import { refusedError } from '../../shared/graph/refusals/refusedError';
import { readAppSubscription } from '../../shared/graph/callbacks/appSubscription';
import { isGraphId } from '../../shared/payload/rules/identifiers';
import { recognized, type Occupant, type Scene } from './rememberedUrls';
import { isOurs, isSameNode, shown } from './ownership';
import type { OpenPlace, Place, Standing } from './place';
import { canPutBack, logRefusal, pasteAgain, putBack, warn, whereabouts } from './putBack';
import type { Callback, Registration } from './registration';
import { assertMayReplace, predecessors, urlFor } from './takeover';
import { verifyTokenFor } from './verifyToken';

/** A registration that sets the callback URL of one place, the same way on every level. */
export const atPlace = (openPlace: OpenPlace): Registration => ({
	async exists(own) {
		const graph = await connect(this);
		const standing = await look.call(this, openPlace.call(this, graph), own);
		if (standing?.url !== own.url || !standing.getsMessages) return false;
		return (await accountOf.call(this, graph)).isSubscribed;
	},

	async create(own) {
		const graph = await connect(this);
		const place = openPlace.call(this, graph);
		const standing = await look.call(this, place, own);
		if (standing) assertMayReplace.call(this, place, own, standing);
		const before = predecessors(own, standing);
		const isPossible = (one: Occupant) => canPutBack.call(this, one, own.appSecret);
		const url = urlFor.call(this, place, own, before, isPossible);
		await assertRightSecret.call(this, graph);
		// First the account, so that nothing stands half-way when its permission is missing.
		await subscribe.call(this, graph, place);
		const token = verifyTokenFor(own.url, own.appSecret);
		const answer = await place.put({ url, getsMessages: true }, token);
		if (!answer.ok) throw registrationError.call(this, answer.refusal);
		if (standing?.kind === 'foreign' && !isOurs(own, standing) && !isPossible(standing)) {
			warn.call(this, pasteAgain(place, standing));
		}
	},

	async remove(own) {
		const graph = await connect(this);
		const place = openPlace.call(this, graph);
		const read = await place.read();
		if (!read.ok) return logRefusal.call(this, place, read.refusal);
		const standing = sceneOf(read.value, own);
		if (!standing || !isOurs(own, standing)) return;
		// n8n does not say on removal which URL it is about, but only a test finds its own URL as one.
		const isTest = standing.kind === 'test' && standing.url === own.url;
		await putBack.call(this, place, own, predecessors({ ...own, isTest }, standing));
	},
});

async function look(this: IHookFunctions, place: Place, own: Callback): Promise<Scene | undefined> {
	const read = await place.read();
	if (!read.ok) throw registrationError.call(this, read.refusal);
	return sceneOf(read.value, own);
}

function sceneOf(held: Standing | undefined, own: Callback): Scene | undefined {
	if (!held) return undefined;
	const scene = recognized(held.url, held.getsMessages, own.appSecret);
	const [url, memory = ''] = scene.url.split('?');
	// Pasted by hand, or the memory was sealed with a former app secret.
	if (url === own.url) return { ...scene, url };
	const isFormer = memory.startsWith('before=') && isSameNode(own, scene);
	return isFormer ? { ...scene, url, kind: 'live' } : scene;
}

/** With a wrong app secret everything would look well, and each delivery would be refused. */
async function assertRightSecret(this: IHookFunctions, graph: Graph): Promise<void> {
	if (!isGraphId(graph.appId)) return;
	const read = await readAppSubscription(graph);
	if (read.ok || guidanceFor(read.refusal).failure?.cause !== 'credential-invalid') return;
	throw new NodeOperationError(
		this.getNode(),
		'Meta does not accept App ID and App Secret of the credential. Copy both from the Meta app dashboard, App Settings > Basic. Without the right App Secret no delivery can be checked.',
		{ level: 'warning' },
	);
}

async function accountOf(this: IHookFunctions, graph: Graph) {
	const read = await readAccountSubscription(graph);
	if (!read.ok) throw registrationError.call(this, read.refusal);
	return read.value;
}

async function subscribe(this: IHookFunctions, graph: Graph, place: Place): Promise<void> {
	const account = await accountOf.call(this, graph);
	const above = place.overruledBy?.(account);
	if (above !== undefined) {
		warn.call(
			this,
			`Messages of the business account go to ${shown(above)}, which goes before the URL of ${place.name}. To receive them here, use Registration "Business Account" or clear that URL.`,
		);
	}
	if (account.isSubscribed) return;
	const answer = await subscribeAccount(graph);
	if (!answer.ok) throw registrationError.call(this, answer.refusal);
	this.logger.info(
		`The business account ${graph.businessAccountId} is subscribed to the Meta app now; without that Meta delivers nothing.`,
		whereabouts.call(this),
	);
}

/**
 * While n8n listens or publishes it shows nothing but the message, so what to do stands there as
 * well.
 */
function registrationError(this: IHookFunctions, refusal: Refusal): NodeApiError {
	const error = refusedError(this.getNode(), refusal);
	error.message = `${error.message}. ${guidanceFor(refusal).todo}`;
	return error;
}
