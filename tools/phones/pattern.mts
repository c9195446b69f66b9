/** The part of regular expressions that phone metadata uses: digits, classes, groups, alternatives, counts. */
type Node =
	| { kind: 'digit'; digits: ReadonlySet<number> }
	| { kind: 'sequence'; parts: Node[] }
	| { kind: 'choice'; choices: Node[] }
	| { kind: 'repeat'; part: Node; least: number; most: number };

const ALL = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

/** @throws Error for anything that phone metadata has not had so far */
function parse(pattern: string): Node {
	let at = 0;
	const fail = (): never => {
		throw new Error(`The pattern ${pattern} cannot be read at ${at}.`);
	};
	const choice = (): Node => {
		const choices = [sequence()];
		while (pattern[at] === '|') {
			at++;
			choices.push(sequence());
		}
		return choices.length === 1 && choices[0] ? choices[0] : { kind: 'choice', choices };
	};
	const sequence = (): Node => {
		const parts: Node[] = [];
		while (at < pattern.length && !'|)'.includes(pattern[at] ?? '')) parts.push(counted(atom()));
		return { kind: 'sequence', parts };
	};
	const counted = (part: Node): Node => {
		const [count, least, most] = /^(?:\?|\{(\d+)(?:,(\d+))?\})/.exec(pattern.slice(at)) ?? [];
		if (count === undefined) return part;
		at += count.length;
		const from = Number(least ?? 0);
		return counted({ kind: 'repeat', part, least: from, most: Number(most ?? least ?? 1) });
	};
	const atom = (): Node => {
		const [read, group, set, digit] =
			/^(?:(\((?:\?:)?)|\[([\d-]+)\]|(\d)|\\d)/.exec(pattern.slice(at)) ?? fail();
		at += read.length;
		if (group !== undefined) {
			const inner = choice();
			if (pattern[at++] !== ')') fail();
			return inner;
		}
		if (set !== undefined) return { kind: 'digit', digits: digitsOf(set) };
		return { kind: 'digit', digits: digit === undefined ? ALL : new Set([Number(digit)]) };
	};
	const read = choice();
	return at === pattern.length ? read : fail();
}

function digitsOf(set: string): Set<number> {
	const digits = new Set<number>();
	for (const [, from, to] of set.matchAll(/(\d)(?:-(\d))?/g)) {
		for (let digit = Number(from); digit <= Number(to ?? from); digit++) digits.add(digit);
	}
	return digits;
}

/** A state of the automaton that recognizes the pattern. */
interface State {
	/** Reached without a digit. */
	next: State[];
	on: Array<{ digits: ReadonlySet<number>; to: State }>;
	/** How many digits may follow until the end; filled when it is first asked for. */
	left?: ReadonlySet<number>;
}

const state = (): State => ({ next: [], on: [] });

/** Adds the states of a part behind `from`, and gives the one behind it. */
function build(part: Node, from: State): State {
	switch (part.kind) {
		case 'digit': {
			const to = state();
			from.on.push({ digits: part.digits, to });
			return to;
		}
		case 'sequence':
			return part.parts.reduce((at, one) => build(one, at), from);
		case 'choice': {
			const end = state();
			for (const one of part.choices) build(one, from).next.push(end);
			return end;
		}
		case 'repeat': {
			let at = from;
			for (let done = 0; done < part.least; done++) at = build(part.part, at);
			const end = state();
			at.next.push(end);
			for (let done = part.least; done < part.most; done++) {
				at = build(part.part, at);
				at.next.push(end);
			}
			return end;
		}
	}
}

/** How many digits may follow a state. Patterns of numbers end, so there is no circle. */
function leftOf(of: State, end: State): ReadonlySet<number> {
	of.left ??= new Set([
		...(of === end ? [0] : []),
		...of.next.flatMap((one) => [...leftOf(one, end)]),
		...of.on.flatMap(({ to }) => [...leftOf(to, end)].map((count) => count + 1)),
	]);
	return of.left;
}

function withNext(states: Iterable<State>): Set<State> {
	const all = new Set(states);
	for (const one of all) for (const next of one.next) all.add(next);
	return all;
}

/** Numbers that begin alike: how many digits may follow which first ones. */
export interface Beginning {
	first: string;
	/** Counts of further digits, ascending. */
	left: number[];
}

/**
 * What numbers that match the pattern begin with.
 *
 * @param depth how many first digits are told apart
 */
export function beginnings(pattern: string, depth: number): Beginning[] {
	const start = state();
	const end = build(parse(pattern), start);
	const found: Beginning[] = [];
	const walk = (states: Set<State>, first: string): void => {
		const left = new Set([...states].flatMap((one) => [...leftOf(one, end)]));
		if (left.size === 0) return;
		if (first.length === depth) {
			found.push({ first, left: [...left].sort((a, b) => a - b) });
			return;
		}
		if (left.has(0)) found.push({ first, left: [0] });
		for (const digit of ALL) {
			const to = [...states].flatMap(({ on }) =>
				on.flatMap((step) => (step.digits.has(digit) ? [step.to] : [])),
			);
			walk(withNext(to), first + String(digit));
		}
	};
	walk(withNext([start]), '');
	return found;
}
