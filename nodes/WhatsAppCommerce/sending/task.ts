import type { INodeExecutionData } from 'n8n-workflow';

import type { Refusal } from '../../shared/graph/answer';
import type { Product } from '../../shared/graph/catalog/products';
import type { DroppedProduct } from '../../shared/payload/catalog/availability';
import type { MatchMode } from '../../shared/payload/catalog/skuMatching/matchMode';
import type { MatchedSku } from '../../shared/payload/catalog/skuMatching/matchSku';
import type { GroupChoice } from '../../shared/payload/catalog/variants';
import type { Draft, OutgoingMessage } from '../../shared/payload/messages/envelope';
import type { UnavailableChoice } from '../fields/options/message';
import type { NodeFailure } from '../items/failure';
import type { Items } from '../items/items';
import { type WindowFallback, withFallback } from './windowFallback';

/** A catalog that could not be asked, and why. */
interface UncheckedCatalog {
	catalogId: string;
	refusal: Refusal;
}

/** SKUs of variants, by the ID of the group in whose place they are. */
export type TakenVariants = ReadonlyMap<string, readonly string[]>;

/** A draft that can be sent, as far as is known. */
export interface SendTask {
	items: Items;
	draft: Draft;
	/** The recipient as the builder gave it. */
	recipient: string;
	/** Identifies the message over all runs; empty where the builder gives no key. */
	key: string;
	/** Other spellings of the key, where it names the recipient. */
	sameKeys: string[];
	/** What is sent instead when the 24-hour window is closed. */
	fallback?: WindowFallback | undefined;
	/** Whether the builder wants to look at it instead of sending it. */
	isPreview: boolean;
	/** What to do with products that the catalog cannot show now. */
	unavailable: UnavailableChoice;
	/** What to do with IDs of product groups among its SKUs. */
	groups: GroupChoice;
	/**
	 * The message with other SKUs in the place of some.
	 *
	 * @throws InputProblems when it breaks a rule with them, for instance holds too many products
	 */
	redraft(instead: ReadonlyMap<string, readonly string[]>): Draft;
	/** The products that are left out. */
	leftOut: DroppedProduct[];
	/** How far SKUs may differ from the content IDs of the catalog. */
	matchMode: MatchMode;
	/** Those that the draft has under the content ID of the catalog. */
	matched: MatchedSku[];
	/** The variants that the draft has instead of groups. */
	taken: TakenVariants;
	/** What the catalog has of its products; undefined when it was not or could not be asked. */
	catalog?: ReadonlyMap<string, Product>;
	unchecked?: UncheckedCatalog;
}

/** Input items whose message cannot be sent. */
interface RefusedTask {
	items: Items;
	failure: NodeFailure;
	unchecked?: UncheckedCatalog;
}

/** One message of a run, or why there is none. */
export type Task = SendTask | RefusedTask;

export const isRefused = (task: Task): task is RefusedTask => 'failure' in task;

const built = new WeakMap<SendTask, OutgoingMessage[]>();

/** The messages of a checked task, each with its fallback. Built once: they are counted before they are sent. */
export function messagesOf(task: SendTask): OutgoingMessage[] {
	const known = built.get(task);
	if (known) return known;
	const { draft, leftOut, fallback } = task;
	const messages = withFallback(draft.messages(new Set(leftOut.map(({ sku }) => sku))), fallback);
	built.set(task, messages);
	return messages;
}

/** Which of the messages of a task a message is. */
export interface Part {
	/** From 0. */
	index: number;
	parts: number;
}

/** The output items of each task. */
export type Output = Map<Task, INodeExecutionData[]>;

/** What a look at the catalog tells about messages that Meta refused, as sentences. */
export type Seen = ReadonlyMap<OutgoingMessage, string[]>;
