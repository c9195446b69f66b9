import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Product } from '../../shared/graph/assets';
import type { Graph } from '../../shared/graph/connection';
import { sendMessage } from '../../shared/graph/messages';
import { refusedError } from '../../shared/graph/refusedError';
import type { DroppedProduct } from '../../shared/payload/availability';
import type { Draft, OutgoingMessage } from '../../shared/payload/messages';
import { validate } from '../../shared/payload/problems';
import { identityIn } from '../../shared/payload/recipient';
import type { Schema } from '../../shared/payload/rules';
import { DraftError } from './draftError';
import { failedItem, pairedWith, tiedToItem, type NodeFailure } from './failure';
import { messageItem } from './messageItem';
import type { Operation } from './operation';
import { isPreview, preview, previewHint } from './preview';
import { checkProducts } from './sendCheck';

/** How a kind of message is read from the node. */
export interface MessageKind {
	/** Input items that make one message together. */
	groups(this: IExecuteFunctions): number[][];
	schema(this: IExecuteFunctions, item: number, fields: Record<string, unknown>): Schema<Draft>;
	/** The fields of a group, as the builder gave them. */
	read(this: IExecuteFunctions, items: number[], graph: Graph): Promise<Record<string, unknown>>;
}

/** Each input item makes a message of its own. */
export function eachItemAlone(this: IExecuteFunctions): number[][] {
	return this.getInputData().map((_, item) => [item]);
}

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
	failure?: NodeFailure;
}

/**
 * The way of every message. All drafts of the run are checked before the first one is sent, so that
 * a typo in the last row does not leave half of the customers with a message; then the catalog is
 * asked once for all their products; then they are sent in order.
 */
export function sendOperation(kind: MessageKind): Operation {
	return async function (graph) {
		const attempts: Attempt[] = [];
		for (const items of kind.groups.call(this)) {
			attempts.push(await prepare.call(this, kind, items, graph));
		}
		stopAtFailure.call(this, attempts);
		await checkProducts.call(this, graph, attempts);
		stopAtFailure.call(this, attempts);
		const output: INodeExecutionData[] = [];
		for (const attempt of attempts) {
			output.push(...(await deliver.call(this, attempt, graph, output.length)));
		}
		previewHint.call(this, output);
		return output;
	};
}

async function prepare(
	this: IExecuteFunctions,
	kind: MessageKind,
	items: number[],
	graph: Graph,
): Promise<Attempt> {
	const attempt: Attempt = { items, recipient: '', leftOut: [] };
	try {
		const fields = await kind.read.call(this, items, graph);
		attempt.recipient = String(identityIn(fields.recipient));
		const checked = validate(kind.schema.call(this, items[0], fields), fields);
		if (!checked.ok) throw new DraftError(this.getNode(), checked.problems, items[0]);
		attempt.draft = checked.value;
	} catch (reason) {
		attempt.failure = tiedToItem.call(this, reason, items[0]);
	}
	return attempt;
}

/** Without Continue On Fail the first failure ends the run, before anything is sent. */
function stopAtFailure(this: IExecuteFunctions, attempts: Attempt[]): void {
	const failures = attempts.flatMap(({ failure }) => failure ?? []);
	if (failures.length === 0 || this.continueOnFail()) return;
	const [first, ...others] = failures;
	if (others.length > 0) {
		const rest = `${others.length} more of ${attempts.length} messages cannot be sent either. No message of this run was sent.`;
		first.description = [first.description, rest].filter(Boolean).join('\n');
	}
	throw first;
}

async function deliver(
	this: IExecuteFunctions,
	attempt: Attempt,
	graph: Graph,
	shownBefore: number,
): Promise<INodeExecutionData[]> {
	const { items, draft, leftOut, failure } = attempt;
	if (failure || !draft) return failure ? [failedItem.call(this, failure, items)] : [];
	const messages = draft.messages(new Set(leftOut.map(({ sku }) => sku)));
	return isPreview.call(this, items)
		? preview.call(this, attempt, messages, shownBefore)
		: await sendAll.call(this, attempt, messages, graph);
}

async function sendAll(
	this: IExecuteFunctions,
	attempt: Attempt,
	messages: OutgoingMessage[],
	graph: Graph,
): Promise<INodeExecutionData[]> {
	const { items } = attempt;
	const output: INodeExecutionData[] = [];
	for (const [index, message] of messages.entries()) {
		const result = await sendMessage(graph, message);
		if (!result.ok) {
			const error = refusedError(this.getNode(), result.refusal, items[0]);
			if (!this.continueOnFail()) throw error;
			// Later parts would arrive without the one before: the rest of this message stays unsent.
			return [...output, failedItem.call(this, error, items)];
		}
		// Accepted by Meta, which is not yet delivered.
		const json = messageItem(attempt, messages, index, { status: 'accepted', ...result.sent });
		output.push({ json, pairedItem: pairedWith(items) });
	}
	return output;
}
