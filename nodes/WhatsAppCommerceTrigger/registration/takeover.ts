import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { isOurs, isSameNode, ownerOf } from './ownership';
import type { Callback } from './registration';
import { written, type CallbackUrl, type RecognizedUrl } from './rememberedUrls';
import type { CallbackSlot } from './slot';

/** What a trigger wants to get. */
export const ALL = { getsMessages: true, getsStandby: true };

/**
 * Never replaces another URL unasked. While n8n listens for a test event it shows only the message,
 * so the way out is in it.
 *
 * @throws NodeOperationError when the slot has another URL and the builder has not agreed
 */
export function assertMayReplace(
	context: IHookFunctions,
	slot: CallbackSlot,
	own: Callback,
	current: RecognizedUrl,
): void {
	// Published again after n8n's address has changed, the node finds its own former live URL.
	const isOwn = isOurs(own, current) || (!own.isTest && isSameNode(own, current));
	if (isOwn || context.getNodeParameter('options.replaceCallback', false) === true) return;
	const owner = ownerOf(current, own);
	const what = `${capitalized(slot.name)} already delivers to ${owner}.`;
	const todo = isSameNode(own, current)
		? 'Unpublish the workflow while you listen, or turn on "Replace Another Callback URL": test events then come here while you listen, and the live URL is put back afterwards.'
		: `Use another registration, phone number or Meta app, or turn on "Replace Another Callback URL": the other URL gets nothing until this trigger stops, and is put back then${whenPossible(current)}.`;
	throw unchanged(context, `${what} ${todo}`);
}

const whenPossible = ({ kind }: CallbackUrl) =>
	kind === 'foreign'
		? ', if you also enter its verify token as "Verify Token of the Other URL"'
		: '';

/** What is to be restored once this callback goes, the latest first. */
export function predecessors(own: Callback, current: RecognizedUrl | undefined): CallbackUrl[] {
	if (!current) return [];
	const { before, ...latest } = current;
	const all = current.url === own.url ? before : [latest, ...before];
	// A test ends by itself, and a live URL does not restore a URL of its own node.
	return all.filter((one) => one.kind !== 'test' && (own.isTest || !isSameNode(own, one)));
}

/**
 * The URL to put, with all that is to be remembered.
 *
 * @throws NodeOperationError when it would be longer than Meta allows
 */
export function urlFor(
	context: IHookFunctions,
	slot: CallbackSlot,
	own: Callback,
	before: CallbackUrl[],
	isRestorable: (one: CallbackUrl) => boolean,
): string {
	const kind = own.isTest ? 'test' : 'live';
	const urlWith = (memory: CallbackUrl[]) =>
		written({ url: own.url, kind, ...ALL, before: memory }, own.appSecret);
	// What cannot be restored anyway is remembered only to name it later.
	const urls = [urlWith(before), urlWith(before.filter(isRestorable))];
	const fitting = urls.find((url) => url.length <= slot.maxLength);
	if (fitting !== undefined) return fitting;
	const [latest] = before;
	const [together, wayOut] = latest
		? [' together with what has to be put back afterwards', `stop ${ownerOf(latest, own)} first`]
		: ['', 'give n8n a shorter address'];
	throw unchanged(
		context,
		`The callback URL${together} does not fit into the ${slot.maxLength} characters that Meta allows for ${slot.name}. Use Registration "App", or ${wayOut}.`,
	);
}

const unchanged = (context: IHookFunctions, message: string) =>
	new NodeOperationError(context.getNode(), message, {
		description: 'Nothing was changed.',
		level: 'warning',
	});

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
