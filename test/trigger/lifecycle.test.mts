import fc from 'fast-check';

import { useSandbox } from '../support/sandbox';
import { LEVELS, Meta, on, OtherService, type Level } from '../support/meta.mts';
import { N8n, TriggerNode } from '../support/registrationHost.mts';

/**
 * Random sequences of what builders, crashes and other services do, against a model of what should
 * stand at Meta: on each level a pile of URLs, of which the topmost that still answers delivers.
 */

const RUNS = 60;
const LONGEST = 30;
jest.setTimeout(300_000);

const { credential, control } = useSandbox();
const other = new OtherService();
beforeAll(async () => await other.start());
afterAll(async () => await other.stop());

type Kind = 'live' | 'test';

/** A URL in the pile: one of a trigger, or somebody else's. */
type Entry = { node: TriggerNode; kind: Kind } | { foreign: string };

interface Trigger {
	node: TriggerNode;
	level: Level;
	mayReplace: boolean;
	name: string;
}

const isOf = (entry: Entry | undefined, node: TriggerNode, kind?: Kind): boolean =>
	entry !== undefined &&
	'node' in entry &&
	entry.node === node &&
	(kind === undefined || entry.kind === kind);

class Model {
	readonly piles: Record<Level, Entry[]> = { app: [], businessAccount: [], phoneNumber: [] };
	readonly published = new Set<TriggerNode>();
	readonly listening = new Set<TriggerNode>();

	/** Whether the trigger may come to the top without asking anybody. */
	mayTake({ node, level, mayReplace }: Trigger, kind: Kind): boolean {
		const top = this.piles[level].at(-1);
		return mayReplace || top === undefined || isOf(top, node, kind) || isOf(top, node, 'test');
	}

	take({ node, level }: Trigger, kind: Kind): void {
		const pile = this.piles[level];
		if (isOf(pile.at(-1), node, kind)) return;
		const isTest = (entry: Entry) => 'node' in entry && entry.kind === 'test';
		this.piles[level] = [
			...pile.filter((entry) => !isTest(entry) && !(kind === 'live' && isOf(entry, node))),
			{ node, kind },
		];
	}

	/** The trigger goes from the top, and with it what is left of it below and what does not answer any more. */
	leave({ node, level }: Trigger, kind: Kind): void {
		const pile = this.piles[level];
		const top = pile.at(-1);
		if (!isOf(top, node, kind) && !isOf(top, node, 'test')) return;
		const rest = pile.filter((entry) => !isOf(entry, node, kind === 'live' ? undefined : kind));
		while (rest.length > 0 && !this.answers(rest.at(-1) as Entry)) rest.pop();
		this.piles[level] = rest;
	}

	private answers(entry: Entry): boolean {
		if ('foreign' in entry) return true;
		return (entry.kind === 'live' ? this.published : this.listening).has(entry.node);
	}
}

interface Real {
	n8n: N8n;
	meta: Meta;
}

/** What stands at Meta is on every level what is on top of the model's pile. */
async function compare(model: Model, { n8n, meta }: Real): Promise<void> {
	const standing = await meta.all();
	for (const level of LEVELS) {
		const top = model.piles[level].at(-1);
		if (top === undefined) expect(standing[level]).toBeUndefined();
		else if ('foreign' in top) expect(standing[level]).toBe(top.foreign);
		else {
			expect(standing[level]?.split('?')[0]).toBe(n8n.urlOf(top.node, top.kind));
		}
	}
}

type Command = fc.AsyncCommand<Model, Real>;

/** One step, after which everything is compared. */
const step = (
	name: string,
	check: (model: Model) => boolean,
	run: (model: Model, real: Real) => Promise<void>,
): Command => ({
	check,
	async run(model, real) {
		await run(model, real);
		await compare(model, real);
	},
	toString: () => name,
});

/** Registering is refused exactly when somebody else is on top and the builder has not agreed. */
function begun(model: Model, trigger: Trigger, kind: Kind, refusal: string | undefined): void {
	const mayTake = model.mayTake(trigger, kind);
	if (refusal === undefined) {
		expect(mayTake).toBe(true);
		model.take(trigger, kind);
	} else {
		expect(refusal).toContain(mayTake ? 'does not fit' : 'already delivers to');
		// n8n cleans up after a trigger that could not be registered.
		model.leave(trigger, kind);
	}
}

async function begin(model: Model, trigger: Trigger, kind: Kind, act: () => Promise<void>) {
	const refusal = await act().then(
		() => undefined,
		(error: Error) => error.message,
	);
	if (refusal === undefined) {
		(kind === 'live' ? model.published : model.listening).add(trigger.node);
	}
	begun(model, trigger, kind, refusal);
}

const publish = (trigger: Trigger) =>
	step(
		`publish ${trigger.name}`,
		(model) => !model.published.has(trigger.node),
		async (model, { n8n }) =>
			await begin(model, trigger, 'live', async () => await n8n.publish(trigger.node)),
	);

const listen = (trigger: Trigger) =>
	step(
		`listen ${trigger.name}`,
		(model) => !model.listening.has(trigger.node),
		async (model, { n8n }) =>
			await begin(model, trigger, 'test', async () => await n8n.listen(trigger.node)),
	);

const unpublish = (trigger: Trigger) =>
	step(
		`unpublish ${trigger.name}`,
		(model) => model.published.has(trigger.node),
		async (model, { n8n }) => {
			await n8n.unpublish(trigger.node);
			model.published.delete(trigger.node);
			model.leave(trigger, 'live');
		},
	);

const stopListening = (trigger: Trigger) =>
	step(
		`stop listening ${trigger.name}`,
		(model) => model.listening.has(trigger.node),
		async (model, { n8n }) => {
			await n8n.stopListening(trigger.node);
			model.leave(trigger, 'test');
			model.listening.delete(trigger.node);
		},
	);

const crash = (triggers: Trigger[], version: '2.41' | 'earlier') =>
	step(
		`crash of n8n ${version}`,
		() => true,
		async (model, { n8n }) => {
			const refusals = await n8n.crash(version);
			model.listening.clear();
			if (version === '2.41') return;
			for (const node of model.published) {
				const trigger = triggers.find((one) => one.node === node) as Trigger;
				begun(model, trigger, 'live', refusals.get(node));
			}
		},
	);

const foreignChange = (level: Level, path: string | null) =>
	step(
		path === null ? `${level} cleared by others` : `${level} set to ${path} by others`,
		() => true,
		async (model, { meta }) => {
			if (path === null) await meta.clear(level);
			else await meta.set(level, other.url(path), other.verifyToken);
			model.piles[level] = path === null ? [] : [{ foreign: other.url(path) }];
		},
	);

/** Two triggers on each level that may replace others, and a cautious one. */
const triggersFor = (): Trigger[] =>
	LEVELS.flatMap((level) =>
		['a', 'b', 'cautious'].map((name) => {
			const mayReplace = name !== 'cautious';
			const options = mayReplace
				? { replaceCallback: true, otherVerifyToken: other.verifyToken }
				: {};
			const node = new TriggerNode(credential, on(level, options));
			return { node, level, mayReplace, name: `${level}/${name}` };
		}),
	);

const commandsFor = (triggers: Trigger[]) => {
	const trigger = fc.constantFrom(...triggers);
	// Without a URL of the app Meta takes none for an account or a number: it changes, but is never cleared.
	const path = fc.constantFrom('one', 'two', null);
	return fc.commands(
		[
			trigger.map(publish),
			trigger.map(publish),
			trigger.map(unpublish),
			trigger.map(listen),
			trigger.map(listen),
			trigger.map(stopListening),
			fc
				.constantFrom<'2.41' | 'earlier'>('2.41', 'earlier')
				.map((version) => crash(triggers, version)),
			fc
				.tuple(fc.constantFrom(...LEVELS), path)
				.map(([level, to]) => foreignChange(level, level === 'app' ? (to ?? 'three') : to)),
		],
		{ maxCommands: LONGEST, size: 'max' },
	);
};

/** Everything ends; what a crash has left of a test ends with the next test. */
async function endAll(triggers: Trigger[], model: Model, real: Real): Promise<void> {
	for (const trigger of triggers) {
		for (const command of [stopListening(trigger), unpublish(trigger)]) {
			if (command.check(model)) await command.run(model, real);
		}
	}
	for (const trigger of triggers) {
		if (!isOf(model.piles[trigger.level].at(-1), trigger.node, 'test')) continue;
		await listen(trigger).run(model, real);
		await stopListening(trigger).run(model, real);
	}
}

it('puts back what stood before, whatever happens, and takes nothing over unasked', async () => {
	const triggers = triggersFor();
	await fc.assert(
		fc.asyncProperty(commandsFor(triggers), async (commands) => {
			await control('reset', 'POST');
			const n8n = new N8n();
			await n8n.start();
			const meta = new Meta(credential);
			const model = new Model();
			const real = { n8n, meta };
			try {
				await foreignChange('app', 'zero').run(model, real);
				await meta.subscribe();
				await fc.asyncModelRun(() => ({ model, real }), commands);
				await endAll(triggers, model, real);
				for (const level of LEVELS) {
					for (const entry of model.piles[level]) expect(entry).toHaveProperty('foreign');
				}
			} finally {
				await n8n.stop();
			}
		}),
		{ numRuns: RUNS },
	);
});
