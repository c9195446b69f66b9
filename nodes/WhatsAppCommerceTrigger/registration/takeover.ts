import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { written, type Occupant, type Scene } from './memory';
import { isOurs, isSameNode, ownerOf } from './ownership';
import type { Place } from './place';
import type { Callback } from './registration';

/**
 * Never takes over from somebody else unasked. While n8n listens for a test event it shows nothing but
 * the message, so the way out is in it.
 *
 * @throws NodeOperationError when somebody else's URL stands there and the builder has not agreed
 */
export function assertMayReplace(
	this: IHookFunctions,
	place: Place,
	own: Callback,
	standing: Scene,
): void {
	if (isOurs(own, standing) || this.getNodeParameter('options.replaceCallback', false) === true) {
		return;
	}
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
	// A live URL has nothing to put back of its own node; a test URL has, namely the live one.
	return all.filter((one) => one.url !== own.url && (own.isTest || !isSameNode(own, one)));
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
	const fits = (memory: Occupant[]) => {
		const scene: Scene = { url: own.url, kind, getsMessages: true, before: memory };
		const url = written(scene, own.appSecret);
		return url.length <= place.maxLength ? url : undefined;
	};
	// What cannot be put back anyway is remembered only to name it later.
	const url = fits(before) ?? fits(before.filter(canPutBack));
	if (url !== undefined) return url;
	throw new NodeOperationError(
		this.getNode(),
		`The callback URL does not fit into the ${place.maxLength} characters that Meta allows for ${place.name}${before.length > 0 ? ', together with what has to be put back afterwards' : ''}. Use Registration "App"${before.length > 0 ? `, or stop what stands there now: ${ownerOf(before[0], own)}` : ', or a shorter address for n8n'}.`,
		{ description: 'Nothing was changed.', level: 'warning' },
	);
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
