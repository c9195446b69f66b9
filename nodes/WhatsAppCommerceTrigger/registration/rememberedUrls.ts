import { open, seal } from './sealedText';
import type { SlotContent } from './slot';

/**
 * The URLs that were in a slot before ours are remembered in our URL itself:
 * `…/webhook?before=<sealed>`.
 *
 * n8n gives hooks nothing that outlives a crash (static data are saved only in production, and
 * after a hook has ended), while the URL at Meta is there exactly as long as there is something to
 * restore. n8n's routes ignore the query. The memory is sealed with the app secret: only its holder can
 * make one, so a URL with it is certainly ours, and proxies see nothing of other people's URLs.
 */
const PARAMETER = '?before=';

/** A callback URL that is or was in a slot, without our memory. */
export interface CallbackUrl extends SlotContent {
	/**
	 * `live` and `test`: the production or test URL of a trigger of this package with the same app
	 * secret.
	 */
	kind: 'live' | 'test' | 'foreign';
}

/** The URL in a slot, with those that it remembers, the latest first. */
export interface RecognizedUrl extends CallbackUrl {
	before: CallbackUrl[];
}

const KINDS = { l: 'live', t: 'test', f: 'foreign' } as const;

/**
 * `<kind>[-][~]<shared at the start>.<shared at the end>.<what differs in between>`; the minus says
 * "no messages", the tilde "nothing while an agent holds the chat".
 */
const LINE = /^([ltf])(-?)(~?)(\d+)\.(\d+)\.(.*)$/;

/** The URL for Meta: a foreign one unchanged, ours with its memory. */
export function written({ url, kind, before }: RecognizedUrl, appSecret: string): string {
	if (kind === 'foreign') return url;
	const lines = before.map((one, index) => pack(one, before[index - 1]?.url ?? url));
	return `${url}${PARAMETER}${seal([kind[0], ...lines].join('\n'), url, appSecret)}`;
}

/** Reads the URL that Meta has. A URL whose memory cannot be opened is foreign. */
export function recognized(content: SlotContent, appSecret: string): RecognizedUrl {
	const { url } = content;
	const foreign: RecognizedUrl = { ...content, kind: 'foreign', before: [] };
	const at = url.lastIndexOf(PARAMETER);
	if (at < 0) return foreign;
	const bare = url.slice(0, at);
	const [kind, ...lines] = (open(url.slice(at + PARAMETER.length), bare, appSecret) ?? '').split(
		'\n',
	);
	if (kind !== 'l' && kind !== 't') return foreign;
	const before: CallbackUrl[] = [];
	for (const line of lines) {
		const one = unpack(line, before[before.length - 1]?.url ?? bare);
		if (!one) break;
		before.push(one);
	}
	return { ...content, url: bare, kind: KINDS[kind], before };
}

/**
 * An account's or number's URL has 200 characters: what a URL has in common with the one before it
 * is left out.
 */
function pack({ url, kind, getsMessages, getsStandby }: CallbackUrl, neighbor: string): string {
	const most = Math.min(url.length, neighbor.length);
	let start = 0;
	while (start < most && url[start] === neighbor[start]) start++;
	let end = 0;
	const isEqual = (fromEnd: number) =>
		url[url.length - fromEnd] === neighbor[neighbor.length - fromEnd];
	while (end < most - start && isEqual(end + 1)) end++;
	const middle = url.slice(start, url.length - end);
	const lacks = `${getsMessages ? '' : '-'}${getsStandby ? '' : '~'}`;
	return `${kind[0]}${lacks}${start}.${end}.${middle}`;
}

function unpack(line: string, neighbor: string): CallbackUrl | undefined {
	const [, kind, minus, tilde, start, end, middle] = LINE.exec(line) ?? [];
	if (kind === undefined) return undefined;
	const url = `${neighbor.slice(0, Number(start))}${middle}${neighbor.slice(neighbor.length - Number(end))}`;
	return {
		url,
		kind: KINDS[kind as keyof typeof KINDS],
		getsMessages: minus === '',
		getsStandby: tilde === '',
	};
}
