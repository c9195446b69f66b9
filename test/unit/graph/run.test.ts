import { Run } from '../../../nodes/shared/graph/sending/run';

const newRun = () =>
	new Run({
		send: async () => await Promise.reject(new Error('not sent here')),
		sleep: async () => {},
		limitOf: () => 80,
		host: 'https://graph.example',
		maxMs: 60_000,
		stopAtRefusal: false,
		resendUnanswered: false,
	});

describe('a Meta that cannot be reached', () => {
	it('is not waited for where it was never reached', () => {
		const run = newRun();
		expect(run.waitsForMeta(0)).toBe(false);
		expect(run.halted).toBeUndefined();
	});

	it('is waited for up to two minutes, counted anew after each answer', () => {
		const run = newRun();
		run.heard(true);
		expect([0, 60_000, 119_999].map((now) => run.waitsForMeta(now))).toEqual([true, true, true]);
		run.heard(true);
		expect(run.waitsForMeta(120_000)).toBe(true);
		expect(run.waitsForMeta(239_999)).toBe(true);
		expect(run.halted).toBeUndefined();
		expect(run.waitsForMeta(240_000)).toBe(false);
		expect(run.halted).toBe('noAnswers');
	});
});
