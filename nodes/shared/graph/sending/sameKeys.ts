import type { Claim, SentKeys } from './sentKeys';

/** What the send engine needs of the record of keys. */
export type KeyRecord = Pick<
	SentKeys,
	'alreadyClaimed' | 'claim' | 'done' | 'hasFailed' | 'release' | 'settle'
>;

/** Spellings of one key, and what has become of their message in this run. */
interface Group {
	/** Those that this run has written down, and has to settle or release. */
	claimed: Set<string>;
	fate: 'open' | 'settled' | 'released';
}

/** Reasons not to send, the strongest first, where the spellings of a key have several. */
const REASONS: Claim[] = ['acceptedBefore', 'unansweredBefore', 'sameKey', 'noRecord'];

/**
 * A record of keys in which several spellings of a key count as one: a job is sent only if none of them was used before,
 * and all of them are used afterwards.
 */
export class SameKeys implements KeyRecord {
	private readonly others = new Map<string, Set<string>>();
	/** By each spelling that a job of this run had. */
	private readonly groups = new Map<string, Group>();

	constructor(private readonly record: KeyRecord) {}

	get hasFailed(): boolean {
		return this.record.hasFailed;
	}

	/** The key has these further spellings. Told before its job is added. */
	know(key: string, spellings: readonly string[]): void {
		if (spellings.length === 0) return;
		this.others.set(key, new Set([...(this.others.get(key) ?? []), ...spellings]));
	}

	alreadyClaimed(key: string): void {
		const all = this.spellingsOf(key);
		for (const one of all) this.record.alreadyClaimed(one);
		this.groupOf(all, all, 'open');
	}

	async claim(keys: string[]): Promise<Claim[]> {
		const spellings = keys.map((key) => this.spellingsOf(key));
		const claims = await this.record.claim(spellings.flat());
		let from = 0;
		return spellings.map((own) => {
			const found = new Map(own.map((one, place) => [one, claims[from + place] ?? 'noRecord']));
			from += own.length;
			return this.together(found);
		});
	}

	settle(key: string): void {
		this.end(key, 'settled');
	}

	release(key: string): void {
		this.end(key, 'released');
	}

	async done(): Promise<void> {
		await this.record.done();
	}

	private spellingsOf(key: string): string[] {
		return [key, ...(this.others.get(key) ?? [])];
	}

	/** One claim of those of all spellings. What was claimed beside a used spelling shares that one's fate. */
	private together(found: ReadonlyMap<string, Claim>): Claim {
		const spellings = [...found.keys()];
		const claimed = spellings.filter((one) => found.get(one) === 'claimed');
		const reason = REASONS.find((one) => [...found.values()].includes(one)) ?? 'claimed';
		if (reason === 'sameKey') {
			const earlier = spellings.flatMap((one) => this.groups.get(one) ?? [])[0];
			this.join(claimed, earlier ?? this.groupOf(spellings, [], 'released'));
			return reason;
		}
		// What is left open after an unanswered message may have been sent under any of its spellings.
		const fate =
			reason === 'acceptedBefore' ? 'settled' : reason === 'noRecord' ? 'released' : 'open';
		this.join(claimed, this.groupOf(spellings, [], fate));
		return reason;
	}

	/** Remembers whose these spellings are, but not those of an earlier job. */
	private groupOf(spellings: string[], claimed: string[], fate: Group['fate']): Group {
		const group = { claimed: new Set(claimed), fate };
		for (const one of spellings) if (!this.groups.has(one)) this.groups.set(one, group);
		return group;
	}

	private join(claimed: string[], group: Group): void {
		for (const one of claimed) {
			group.claimed.add(one);
			this.groups.set(one, group);
			this.write(one, group.fate);
		}
	}

	private end(key: string, fate: 'settled' | 'released'): void {
		const group = this.groups.get(key);
		if (!group) return;
		group.fate = fate;
		for (const one of group.claimed) this.write(one, fate);
	}

	private write(spelling: string, fate: Group['fate']): void {
		if (fate === 'settled') this.record.settle(spelling);
		if (fate === 'released') this.record.release(spelling);
	}
}
