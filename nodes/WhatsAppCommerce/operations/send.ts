import type { IExecuteFunctions } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';
import type { Draft } from '../../shared/payload/messages';
import { validate } from '../../shared/payload/problems';
import { identityIn } from '../../shared/payload/recipient';
import type { Schema } from '../../shared/payload/rules';
import { readSendOnceKey } from '../fields/sendingOptions';
import type { Attempt, Output } from './attempt';
import { DraftError } from './draftError';
import { tiedToItem } from './failure';
import type { Operation } from './operation';
import { isPreview, previews } from './preview';
import { checkProducts } from './sendCheck';
import { deliver } from './sending/deliver';
import { readWindowFallback } from './windowFallback';

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

/**
 * The way of every message. All drafts of the run are checked before the first one is sent, so that
 * a typo in the last row does not leave half of the customers with a message; then the catalog is
 * asked once for all their products; then they are sent, to each recipient in order.
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
		const [shown, sent] = parted(attempts, ({ items }) => isPreview.call(this, items));
		const output: Output = new Map([
			...previews.call(this, shown),
			...(await deliver.call(this, graph, sent)),
		]);
		return attempts.flatMap((attempt) => output.get(attempt) ?? []);
	};
}

async function prepare(
	this: IExecuteFunctions,
	kind: MessageKind,
	items: number[],
	graph: Graph,
): Promise<Attempt> {
	const attempt: Attempt = { items, recipient: '', leftOut: [], key: '' };
	try {
		const fields = await kind.read.call(this, items, graph);
		attempt.recipient = String(identityIn(fields.recipient));
		const checked = validate(kind.schema.call(this, items[0], fields), fields);
		if (!checked.ok) throw new DraftError(this.getNode(), checked.problems, items[0]);
		attempt.key = readSendOnceKey.call(this, items[0]);
		attempt.fallback = await readWindowFallback.call(this, items[0], graph, fields);
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

function parted<T>(all: T[], isFirst: (one: T) => boolean): [T[], T[]] {
	return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
