import type { IHookFunctions } from 'n8n-workflow';

import type { AccountSubscription } from '../../shared/graph/callbacks/accountSubscription';
import type { GraphAnswer, Result } from '../../shared/graph/answer';
import type { Graph } from '../../shared/graph/connection';

/** Longest URL that Meta takes for an account or a number. Facts 5.3. */
export const MAX_OVERRIDE_LENGTH = 200;

/** What Meta holds in a place. */
export interface Standing {
	url: string;
	/** Whether customers' messages go there; a subscription of the app may be for other fields only. */
	getsMessages: boolean;
}

/** A place at Meta that holds one callback URL. Facts 5.3. */
export interface Place {
	/** What it is called in sentences, such as "the Meta app". */
	name: string;
	/** Longest URL there, in characters. */
	maxLength: number;
	read(): Promise<Result<Standing | undefined>>;
	/** Meta calls the URL with the verify token before it answers. */
	put(standing: Standing, verifyToken: string): Promise<GraphAnswer>;
	clear(): Promise<GraphAnswer>;
	/** The account's URL if it goes before the one in this place. */
	overruledBy?(account: AccountSubscription): string | undefined;
}

/**
 * Finds the place of a level.
 *
 * @throws NodeOperationError when an ID is missing that it needs
 */
export type OpenPlace = (this: IHookFunctions, graph: Graph) => Place;
