import type { INodeExecutionData } from 'n8n-workflow';

import type { Refusal } from '../../shared/graph/answer';
import type { Product } from '../../shared/graph/catalog/products';
import type { DroppedProduct } from '../../shared/payload/catalog/availability';
import type { Draft, OutgoingMessage } from '../../shared/payload/messages/envelope';
import type { NodeFailure } from '../items/failure';
import { withFallback, type WindowFallback } from './windowFallback';

/** A group of input items on its way to Meta. */
export interface Attempt {
	items: number[];
	/** The recipient as the builder gave it. */
	recipient: string;
	draft?: Draft;
	/** Products that the catalog cannot show now, which the builder lets go. */
	leftOut: DroppedProduct[];
	/** What the catalog has of its products; undefined when it was not or could not be asked. */
	catalog?: ReadonlyMap<string, Product>;
	/** Why its catalog could not be asked. */
	unchecked?: Refusal;
	/** Stands for the message over all runs; empty where the builder gives none. */
	key: string;
	/** What goes out instead when the 24-hour window is closed. */
	fallback?: WindowFallback;
	failure?: NodeFailure;
	/** Whether the builder wants to look at it instead of sending it. */
	isPreview?: boolean;
}

/** The messages of an attempt: none where it cannot go out. */
export function messagesOf({ draft, leftOut, fallback, failure }: Attempt): OutgoingMessage[] {
	if (failure || !draft) return [];
	return withFallback(draft.messages(new Set(leftOut.map(({ sku }) => sku))), fallback);
}

/** The output items of each attempt. */
export type Output = Map<Attempt, INodeExecutionData[]>;
