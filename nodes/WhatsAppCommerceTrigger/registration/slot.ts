import type { IHookFunctions } from 'n8n-workflow';

import type { GraphAnswer, Result } from '../../shared/graph/answer';
import type { AccountSubscription } from '../../shared/graph/callbacks/accountSubscription';
import type { Graph } from '../../shared/graph/connection';

/** Longest URL that Meta takes for an account or a number, in characters. Facts 5.3. */
export const MAX_OVERRIDE_LENGTH = 200;

/** What Meta holds in a slot. */
export interface SlotContent {
	url: string;
	/** Whether customers' messages go there; a subscription of the app may be for other fields only. */
	getsMessages: boolean;
	/**
	 * Whether they also go there while Meta Business Agent holds the chat (facts 15.4). For the URL of an
	 * account or a number that is decided at the app, and counts as true.
	 */
	getsStandby: boolean;
}

/** The one callback URL that Meta holds for an app, an account or a number. Facts 5.3. */
export interface CallbackSlot {
	/** Its name in sentences, for instance "the Meta app". */
	name: string;
	/** Longest URL, in characters. */
	maxLength: number;
	/** Whether it is subscribed to fields of its own; an account and a number get those of the app. */
	hasFields: boolean;
	/** Undefined when there is no URL. */
	read(): Promise<Result<SlotContent | undefined>>;
	/**
	 * Meta calls the URL with the verify token before it answers. Where Meta refuses only what comes while
	 * an agent holds the chat, the URL is set without that.
	 */
	put(content: SlotContent, verifyToken: string): Promise<GraphAnswer>;
	clear(): Promise<GraphAnswer>;
	/** The account's URL if it goes before the one in this slot. */
	overruledBy?(account: AccountSubscription): string | undefined;
}

/**
 * Opens the slot of a level.
 *
 * @throws NodeOperationError when an ID is missing that it needs
 */
export type OpenSlot = (context: IHookFunctions, graph: Graph) => CallbackSlot;
