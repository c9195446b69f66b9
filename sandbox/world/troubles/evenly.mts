/** Says yes for so many of a hundred, evenly spread and always the same: a test can count on it, and 50 % never fails thrice in a row. */
export class Evenly {
	#due = 0;

	isDue(percent: number): boolean {
		this.#due += percent;
		if (this.#due < 100) return false;
		this.#due -= 100;
		return true;
	}
}
