import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { written, type Occupant, type Scene } from './rememberedUrls';
import { isOurs, isSameNode, ownerOf } from './ownership';
import type { Place } from './place';
import type { Callback } from './registration';

/**
 * Never takes over from somebody else unasked. While n8n listens for a test event it shows nothing
 * but the message, so the way out is in it.
 *
 * @throws NodeOperationError when somebody else's URL stands there and the builder has not agreed
 */
export function assertMayReplace(
	this: IHookFunctions,
	place: Place,
	own: Callback,
	standing: Scene,
): void {
	// Published anew after n8n's address has changed, the node finds its own former live URL.
	const isOwn = isOurs(own, standing) || (!own.isTest && isSameNode(own, standing));
	if (isOwn || this.getNodeParameter('options.replaceCallback', false) === true) return;
	const owner = ownerOf(standing, own);
	const what = `${capitalized(place.name)} already delivers to ${owner}.`;
	const todo = isSameNode(own, standing)
		? 'Unpublish the workflow while you listen, or turn on "Replace Another Callback URL": test events then come here while you listen, and the live URL is put back afterwards.'
		: `Use another registration, phone number or Meta app, or turn on "Replace Another Callback URL": the other URL gets nothing until this trigger stops, and is put back then${whenPossible(standing)}.`;
	throw new NodeOperationError(this.getNode(), `${what} ${todo}`, {
		description: 'Nothing was changed.',
		level: 'warning',
	});
}

const whenPossible = ({ kind }: Occupant) =>
	kind === 'foreign'
		? ', if you also enter its verify token as "Verify Token of the Other URL"'
		: '';

/** What is to be put back once this callback goes, the latest first. */
export function predecessors(own: Callback, standing: Scene | undefined): Occupant[] {
	if (!standing) return [];
	const { before, ...latest } = standing;
	const all = standing.url === own.url ? before : [latest, ...before];
	// A test ends by itself, and of its own node a live URL has nothing to put back.
	return all.filter((one) => one.kind !== 'test' && (own.isTest || !isSameNode(own, one)));
}

/**
 * The URL to put, with all that is to be remembered.
 *
 * @throws NodeOperationError when it would be longer than Meta allows
 */
export function urlFor(
	this: IHookFunctions,
	place: Place,
	own: Callback,
	before: Occupant[],
	canPutBack: (one: Occupant) => boolean,
): string {
	const kind = own.isTest ? 'test' : 'live';
	const urlWith = (memory: Occupant[]) =>
		written({ url: own.url, kind, getsMessages: true, before: memory }, own.appSecret);
	// What cannot be put back anyway is remembered only to name it later.
	const urls = [urlWith(before), urlWith(before.filter(canPutBack))];
	const fitting = urls.find((url) => url.length <= place.maxLength);
	if (fitting !== undefined) return fitting;
	const [latest] = before;
	const [together, wayOut] = latest
		? [' together with what has to be put back afterwards', `stop ${ownerOf(latest, own)} first`]
		: ['', 'give n8n a shorter address'];
	throw new NodeOperationError(
		this.getNode(),
		`The callback URL${together} does not fit into the ${place.maxLength} characters that Meta allows for ${place.name}. Use Registration "App", or ${wayOut}.`,
		{ description: 'Nothing was changed.', level: 'warning' },
	);
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
