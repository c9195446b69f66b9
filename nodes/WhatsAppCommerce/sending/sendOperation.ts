import { type INodeExecutionData, sleep } from 'n8n-workflow';

import type { Draft } from '../../shared/payload/messages/envelope';
import { keySpellings } from '../../shared/payload/rules/keySpellings';
import { GivenRecipient, identityIn } from '../../shared/payload/rules/recipient';
import type { Schema } from '../../shared/payload/rules/rules';
import { inPlaceOf } from '../../shared/payload/sections/inPlaceOf';
import { matchSkus } from '../fields/options/matchSkus';
import { readGroupChoice, readUnavailableChoice } from '../fields/options/message';
import { readSendOnceKey } from '../fields/options/pacing';
import { tiedToItem } from '../items/failure';
import type { ItemGroup, Items } from '../items/items';
import type { Run } from '../items/run';
import { checkProducts } from './catalogCheck';
import { deliver } from './deliver';
import { hintAtFolded } from './foldedTexts';
import { countMessages, tellCount } from './messageCount';
import { unsentError } from './output/partFailure';
import { isPreview, previews } from './preview/preview';
import { hintAtProducts } from './productHints';
import { isRefused, type Output, type SendTask, type Task } from './task';
import { readWindowFallback } from './windowFallback';

/**
 * Messages that are prepared together where they need not wait for all others: a few for an early
 * start, then as many as one catalog request can check.
 */
const FIRST_BATCH = 20;
const BATCH = 100;

/**
 * Messages that are prepared without a pause: n8n evaluates their expressions, which blocks everything
 * else. With more of them, messages in flight would arrive in bursts, which Meta's limit refuses.
 */
const IN_ONE_GO = { beforeSending: 25, whileSending: 2 } as const;

/** How a kind of message is read from the node. */
interface MessageKind<Group extends ItemGroup> {
	groups(run: Run): Group[];
	read(run: Run, group: Group): Promise<MessageInput>;
	/** Whether the input does not show how many messages there will be. */
	hidesCount?: boolean;
}

/** What one message is made from. */
export interface MessageInput {
	/** As the builder gave them. */
	fields: Record<string, unknown>;
	/** Checks the fields and makes the draft. */
	schema: Schema<Draft>;
}

/** A message that is not read yet. */
interface Unread extends ItemGroup {
	read(): Promise<MessageInput>;
}

/**
 * Every send: makes and checks the drafts, asks the catalogs for their products, and sends, to each
 * recipient in order. On Error decides how much of a run is checked before its first message leaves.
 */
export const sendOperation =
	<Group extends ItemGroup>(kind: MessageKind<Group>) =>
	async (run: Run): Promise<INodeExecutionData[]> => {
		const messages = kind.groups(run).map(
			(group): Unread => ({
				items: group.items,
				read: async () => await kind.read(run, group),
			}),
		);
		const batches = run.continuesOnFail ? inBatches : allAtOnce;
		const tasks: Task[] = [];
		const shown: SendTask[] = [];
		const toSend = async function* () {
			for await (const batch of batches(run, messages)) {
				tasks.push(...batch);
				shown.push(...batch.filter(isShown));
				const isLast = tasks.length === messages.length;
				if (isLast && shown.length === 0) tellCount(run, tasks, kind.hidesCount === true);
				yield batch.filter((task) => !isShown(task));
			}
		};
		const sent = await deliver(run, toSend(), messages.length);
		const output: Output = new Map([...previews(run, shown, countMessages(tasks)), ...sent]);
		hintAtProducts(run, tasks);
		hintAtFolded(run, tasks);
		return tasks.flatMap((task) => output.get(task) ?? []);
	};

const isShown = (task: Task): task is SendTask => !isRefused(task) && task.isPreview;

/**
 * Where a failure ends the run, all drafts are checked before the first one is sent, so that a typo in
 * the last row does not leave half of the customers with a message.
 */
async function* allAtOnce(run: Run, messages: Unread[]): AsyncGenerator<Task[]> {
	const prepared = await prepareAll(run, messages, IN_ONE_GO.beforeSending);
	stopAtFailure(run, prepared);
	const checked = await checkProducts(run, prepared);
	stopAtFailure(run, checked);
	yield checked;
}

/**
 * Where a failure stops nothing else, messages leave while later ones are still being prepared: n8n
 * takes more than a second to evaluate the expressions of a thousand items.
 */
async function* inBatches(run: Run, messages: Unread[]): AsyncGenerator<Task[]> {
	for (let from = 0, size = FIRST_BATCH; from < messages.length; from += size, size = BATCH) {
		const batch = messages.slice(from, from + size);
		yield await checkProducts(run, await prepareAll(run, batch, IN_ONE_GO.whileSending));
	}
}

async function prepareAll(run: Run, messages: Unread[], inOneGo: number): Promise<Task[]> {
	const { stopSignal } = run;
	const tasks: Task[] = [];
	for (const [index, message] of messages.entries()) {
		// Lets answers, timers and n8n's Stop in.
		if (index % inOneGo === inOneGo - 1) await sleep(0);
		tasks.push(stopSignal?.aborted ? stopped(run, message) : await prepare(run, message));
	}
	return tasks;
}

const stopped = (run: Run, { items }: Unread): Task => ({
	items,
	failure: unsentError(run, 'stopped', items[0]),
});

async function prepare(run: Run, { items, read }: Unread): Promise<Task> {
	const [item] = items;
	try {
		const { fields, schema } = await read();
		const draft = run.valid(schema, fields, item);
		const key = readSendOnceKey(run, item);
		return {
			items,
			draft,
			recipient: String(identityIn(fields.recipient)),
			key,
			sameKeys: key === '' ? [] : sameKeysOf(run, items, key, fields.recipient),
			fallback: await readWindowFallback(run, item, fields),
			isPreview: isPreview(run, items),
			unavailable: readUnavailableChoice(run, item),
			groups: readGroupChoice(run, item),
			redraft: (instead) => run.valid(schema, inPlaceOf(fields, instead), item),
			leftOut: [],
			matchMode: matchSkus.read(run, item),
			matched: [],
			taken: new Map(),
		};
	} catch (reason) {
		return { items, failure: tiedToItem(run, reason, item) };
	}
}

/** Other spellings of a key that names the recipient. */
function sameKeysOf(run: Run, items: Items, key: string, recipient: unknown): string[] {
	if (!(recipient instanceof GivenRecipient)) return [];
	const json = items.map((item) => run.input[item]?.json);
	return keySpellings(key, recipient, json);
}

/** The first failure ends the run, before anything is sent. */
function stopAtFailure(run: Run, tasks: Task[]): void {
	const [first, ...others] = tasks.filter(isRefused).map(({ failure }) => failure);
	if (first === undefined) return;
	if (others.length > 0) {
		const rest = `${others.length} more of ${tasks.length} messages cannot be sent either. No message of this run was sent.`;
		first.description = [first.description, rest].filter(Boolean).join('\n');
	}
	hintAtProducts(run, tasks);
	throw first;
}
