/**
 * True for the given percentage of calls, spread evenly and not at random: tests can rely on it, and at 50 % there are never three in a
 * row.
 */
export class Evenly {
	#due = 0;

	isDue(percent: number): boolean {
		this.#due += percent;
		if (this.#due < 100) return false;
		this.#due -= 100;
		return true;
	}
}
