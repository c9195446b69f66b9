import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';
import type { Draft } from '../../shared/payload/messages/envelope';
import { validate } from '../../shared/payload/problems';
import { identityIn } from '../../shared/payload/rules/recipient';
import type { Schema } from '../../shared/payload/rules/rules';
import { readSendOnceKey } from '../fields/options/pacing';
import type { Attempt, Output } from './attempt';
import { DraftError } from '../items/draftError';
import { tiedToItem } from '../items/failure';
import type { Operation } from '../items/operation';
import { isPreview, previews } from './preview/preview';
import { checkProducts, hintAtProducts } from './catalogCheck';
import { deliver } from './deliver';
import { unsentError } from './output/partFailure';
import { readWindowFallback } from './windowFallback';

/**
 * Attempts that are made together where none need wait for all of them: a few for an early start, then as
 * many as one catalog request can check.
 */
const FIRST_BATCH = 20;
const BATCH = 100;

/**
 * Attempts that are made in one go: n8n evaluates their expressions, and nothing else, meanwhile. With more of
 * them, messages that are under way would arrive in bursts, which Meta's limit refuses.
 */
const IN_ONE_GO = { beforeSending: 25, whileSending: 2 } as const;

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
 * The way of every message: its draft is made and checked, the catalog is asked for its products, and
 * it is sent, to each recipient in order. How much of a run is checked before its first message leaves
 * is what On Error decides.
 */
export function sendOperation(kind: MessageKind): Operation {
	return async function (graph) {
		const groups = kind.groups.call(this);
		const checked = this.continueOnFail() ? inBatches : allAtOnce;
		const attempts: Attempt[] = [];
		const shown: Attempt[] = [];
		const toSend = async function* (this: IExecuteFunctions) {
			for await (const batch of checked.call(this, kind, groups, graph)) {
				const isShown = (one: Attempt) => one.isPreview === true && !one.failure;
				attempts.push(...batch);
				shown.push(...batch.filter(isShown));
				yield batch.filter((one) => !isShown(one));
			}
		};
		const sent = await deliver.call(this, graph, toSend.call(this), groups.length);
		const output: Output = new Map([...previews.call(this, shown), ...sent]);
		hintAtProducts.call(this, attempts);
		return attempts.flatMap((attempt) => output.get(attempt) ?? []);
	};
}

/**
 * Where a failure ends the run, all drafts are checked before the first one is sent, so that a typo in
 * the last row does not leave half of the customers with a message.
 */
async function* allAtOnce(
	this: IExecuteFunctions,
	kind: MessageKind,
	groups: number[][],
	graph: Graph,
): AsyncGenerator<Attempt[]> {
	const attempts = await prepareAll.call(this, kind, groups, graph, IN_ONE_GO.beforeSending);
	stopAtFailure.call(this, attempts);
	await checkProducts.call(this, graph, attempts);
	stopAtFailure.call(this, attempts);
	yield attempts;
}

/**
 * Where a failure holds up nothing else, messages leave while later ones are still being made: evaluating
 * the expressions of a thousand items takes n8n more than a second.
 */
async function* inBatches(
	this: IExecuteFunctions,
	kind: MessageKind,
	groups: number[][],
	graph: Graph,
): AsyncGenerator<Attempt[]> {
	for (let from = 0, size = FIRST_BATCH; from < groups.length; from += size, size = BATCH) {
		const batch = groups.slice(from, from + size);
		const attempts = await prepareAll.call(this, kind, batch, graph, IN_ONE_GO.whileSending);
		await checkProducts.call(this, graph, attempts);
		yield attempts;
	}
}

async function prepareAll(
	this: IExecuteFunctions,
	kind: MessageKind,
	groups: number[][],
	graph: Graph,
	inOneGo: number,
): Promise<Attempt[]> {
	const signal = this.getExecutionCancelSignal?.();
	const attempts: Attempt[] = [];
	for (const [index, items] of groups.entries()) {
		// Answers, timers and n8n's Stop have their turn in between.
		if (index % inOneGo === inOneGo - 1) await sleep(0);
		const attempt: Attempt = { items, recipient: '', leftOut: [], key: '' };
		if (signal?.aborted) attempt.failure = unsentError.call(this, 'stopped', items[0]);
		else await prepare.call(this, attempt, kind, graph);
		attempts.push(attempt);
	}
	return attempts;
}

async function prepare(
	this: IExecuteFunctions,
	attempt: Attempt,
	kind: MessageKind,
	graph: Graph,
): Promise<void> {
	const { items } = attempt;
	try {
		const fields = await kind.read.call(this, items, graph);
		attempt.recipient = String(identityIn(fields.recipient));
		const checked = validate(kind.schema.call(this, items[0], fields), fields);
		if (!checked.ok) throw new DraftError(this.getNode(), checked.problems, items[0]);
		attempt.key = readSendOnceKey.call(this, items[0]);
		attempt.fallback = await readWindowFallback.call(this, items[0], graph, fields);
		attempt.isPreview = isPreview.call(this, items);
		attempt.draft = checked.value;
	} catch (reason) {
		attempt.failure = tiedToItem.call(this, reason, items[0]);
	}
}

/** The first failure ends the run, before anything is sent. */
function stopAtFailure(this: IExecuteFunctions, attempts: Attempt[]): void {
	const failures = attempts.flatMap(({ failure }) => failure ?? []);
	if (failures.length === 0) return;
	const [first, ...others] = failures;
	if (others.length > 0) {
		const rest = `${others.length} more of ${attempts.length} messages cannot be sent either. No message of this run was sent.`;
		first.description = [first.description, rest].filter(Boolean).join('\n');
	}
	hintAtProducts.call(this, attempts);
	throw first;
}
