/** A "no" of the control API: a status and one sentence for the person who reads it. */
export class ControlRefusal extends Error {
	readonly status: number;

	constructor(status: 400 | 404, sentence: string) {
		super(sentence);
		this.name = 'ControlRefusal';
		this.status = status;
	}
}
