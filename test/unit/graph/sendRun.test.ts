import { SendRun } from '../../../nodes/shared/graph/sending/sendRun';

const newRun = () =>
	new SendRun({
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
		expect(run.waitsForMeta(0, 10)).toBe(false);
		expect(run.halted).toBeUndefined();
	});

	it('is not waited for while it answers others', () => {
		const run = newRun();
		run.recordAnswer(true, 100);
		expect(run.waitsForMeta(90, 110)).toBe(false);
		expect(run.waitsForMeta(101, 110)).toBe(true);
	});

	it('is waited for up to two minutes, counted again after each answer', () => {
		const run = newRun();
		run.recordAnswer(true, 0);
		const waits = (now: number) => run.waitsForMeta(now - 1, now);
		expect([10, 60_000, 120_009].map(waits)).toEqual([true, true, true]);
		run.recordAnswer(true, 120_010);
		expect(waits(120_020)).toBe(true);
		expect(waits(240_019)).toBe(true);
		expect(run.halted).toBeUndefined();
		expect(waits(240_020)).toBe(false);
		expect(run.halted).toBe('noAnswers');
	});
});
