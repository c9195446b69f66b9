import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	NodeApiError,
} from 'n8n-workflow';

import type { Refusal, Result } from '../../shared/graph/answer';
import { connect, type Graph } from '../../shared/graph/connection';
import type { Guidance } from '../../shared/graph/refusals/guidance';
import { readRefusedError } from '../../shared/graph/refusals/readRefused';
import { refusedError } from '../../shared/graph/refusals/refusedError';
import {
	type Problem,
	validate,
	type Validated,
	validateField,
} from '../../shared/payload/problems';
import type { Schema } from '../../shared/payload/rules/rules';
import { InputProblems, NOTHING_SENT } from './inputProblems';

/** Hints of a run: a thousand items would otherwise fill the output panel. */
const HINTS = 5;

/**
 * One execution of the action node: n8n's context, the connection to Meta, what is read only once, and
 * its hints and errors.
 */
export class Run {
	private readonly optionsByItem = new Map<number, IDataObject>();
	private readonly hinted = new Set<string>();

	private constructor(
		readonly n8n: IExecuteFunctions,
		readonly graph: Graph,
		private readonly sends: boolean,
	) {}

	/**
	 * Reads the credential and begins.
	 *
	 * @param sends whether the operation sends messages: its errors then say that nothing was sent
	 * @throws NodeOperationError when the credential cannot be used
	 */
	static async open(n8n: IExecuteFunctions, sends: boolean): Promise<Run> {
		return new Run(n8n, await connect(n8n), sends);
	}

	get node(): INode {
		return this.n8n.getNode();
	}

	get input(): INodeExecutionData[] {
		return this.n8n.getInputData();
	}

	/** Whether an item that fails stops no other one. */
	get continuesOnFail(): boolean {
		return this.n8n.continueOnFail();
	}

	/** Fires when somebody stops the run. */
	get stopSignal(): AbortSignal | undefined {
		return this.n8n.getExecutionCancelSignal();
	}

	/** The value of a field as n8n evaluates it: an expression can yield anything. */
	given(name: string, item: number, otherwise?: unknown): unknown {
		return this.n8n.getNodeParameter(name, item, otherwise);
	}

	/** The value of a resource locator; empty where nothing is chosen. */
	locator(name: string, item: number): unknown {
		return this.n8n.getNodeParameter(name, item, '', { extractValue: true });
	}

	/**
	 * The field `options` of an item. Evaluated once: n8n evaluates all expressions in it, whichever
	 * option is asked for, and a send asks for several of them.
	 */
	options(item: number): Readonly<IDataObject> {
		const known = this.optionsByItem.get(item);
		if (known) return known;
		const options = this.given('options', item, {}) as IDataObject;
		this.optionsByItem.set(item, options);
		return options;
	}

	/** Reads something once for the whole run and each key. */
	async once<T>(key: readonly unknown[], read: () => Promise<T>): Promise<T> {
		return await this.graph.once(key, read);
	}

	/** Shows each message as a warning in the output panel of the editor. */
	warn(messages: Iterable<string>): void {
		for (const message of messages) {
			this.n8n.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
		}
	}

	/** Shows something beside the output that is good to know and no warning. */
	inform(message: string): void {
		this.n8n.addExecutionHints({ message, location: 'outputPane', type: 'info' });
	}

	/** A warning that many items can cause: each once, and only the first few of a run. */
	hint(message: string): void {
		if (this.hinted.has(message) || this.hinted.size >= HINTS) return;
		this.hinted.add(message);
		this.warn([message]);
	}

	/** One thing that is wrong with the input of an item. */
	problem(field: string, sentence: string, item: number, what?: string): InputProblems {
		return this.problems([{ field, sentence }], item, what);
	}

	/**
	 * All that is wrong with the input of an item.
	 *
	 * @param what what happened in short; by default what has to be changed
	 */
	problems(problems: Problem[], item: number, what?: string): InputProblems {
		return new InputProblems(this.node, problems, item, this.sends, what);
	}

	/**
	 * What the schema makes of the fields of an item.
	 *
	 * @throws InputProblems with everything that does not fit
	 */
	valid<T>(schema: Schema<T>, fields: unknown, item: number): T {
		return this.unless(validate(schema, fields), item);
	}

	/**
	 * The same for one field: an expression can yield anything, whatever the field's type.
	 *
	 * @param name the field's name, which stands for its label in the sentence
	 * @throws InputProblems when the value does not fit
	 */
	check<T>(name: string, schema: Schema<T>, value: unknown, item: number): T {
		return this.unless(validateField(name, schema, value), item);
	}

	private unless<T>(checked: Validated<T>, item: number): T {
		if (!checked.ok) throw this.problems(checked.problems, item);
		return checked.value;
	}

	/**
	 * What Meta answered to a read.
	 *
	 * @throws NodeApiError in the builder's words when Meta refused
	 */
	value<T>(result: Result<T>, item: number): T {
		if (!result.ok) throw this.readRefused(result.refusal, item);
		return result.value;
	}

	/** The refusal of something that is read before a message is sent, or instead of it. */
	readRefused(refusal: Refusal, item: number): NodeApiError {
		return readRefusedError(this.node, refusal, item, this.sends ? NOTHING_SENT : '');
	}

	/**
	 * The refusal of something that was to be sent or changed.
	 *
	 * @param guidance what it means there, where more is known than Meta's answer
	 */
	refused(refusal: Refusal, item: number, guidance?: Guidance): NodeApiError {
		return refusedError(this.node, refusal, item, guidance);
	}
}
