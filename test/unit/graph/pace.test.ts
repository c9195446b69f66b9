import { Pace } from '../../../nodes/shared/graph/sending/pace';
import { Pairs } from '../../../nodes/shared/graph/sending/pairs';

/** Lets a number send for so long, each answer after `latency`; the clock is the loop's own. */
function simulate(
	paces: Pace[],
	{ ms, latency, allowed }: { ms: number; latency: number; allowed: number },
) {
	const answers: Array<{ at: number; pace: Pace; startedAt: number; ok: boolean }> = [];
	const accepted: number[] = [];
	let refused = 0;
	for (let now = 100_000; now < 100_000 + ms; now++) {
		while (answers.length > 0 && answers[0].at <= now) {
			const { pace, startedAt, ok } = answers.shift()!;
			pace.end();
			if (ok) pace.accepted();
			else pace.refused(startedAt, now);
		}
		for (const pace of paces) {
			while (pace.wait(now) === 0) {
				const ok = accepted.filter((time) => time > now - 1_000).length < allowed;
				if (ok) accepted.push(now);
				else refused++;
				pace.start(now);
				answers.push({ at: now + latency, pace, startedAt: now, ok });
			}
		}
	}
	return { accepted: accepted.length, refused };
}

const paced = (limit: number): Pace => {
	const pace = new Pace();
	pace.join(limit, 100_000);
	return pace;
};

describe('the pace of a number', () => {
	it('reaches the limit and is never refused when nobody else sends', () => {
		const { accepted, refused } = simulate([paced(80)], { ms: 10_000, latency: 150, allowed: 80 });
		expect(refused).toBe(0);
		expect(accepted).toBeGreaterThan(80 * 10 * 0.95);
	});

	it.each([
		['two processes at the same limit', 80, 2, 80],
		['a number that takes 20 and not 80', 80, 1, 20],
		['five processes', 80, 5, 80],
	])('finds what is possible: %s', (_name, limit, processes, allowed) => {
		const paces = Array.from({ length: processes }, () => paced(limit));
		const { accepted } = simulate(paces, { ms: 20_000, latency: 150, allowed });
		expect(accepted).toBeGreaterThan(allowed * 20 * 0.85);
		const later = simulate(paces, { ms: 0, latency: 0, allowed });
		expect(later.accepted).toBe(0);
		expect(paces.reduce((sum, { current }) => sum + current, 0)).toBeLessThan(allowed * 1.4);
	});

	it('stops for 4^X seconds when the whole app calls too much', () => {
		const pace = paced(80);
		pace.start(100_000);
		pace.paused(100_000, 100_100);
		expect(pace.wait(100_100)).toBe(1_000);
		pace.start(101_100);
		pace.paused(101_100, 101_200);
		expect(pace.wait(101_200)).toBe(4_000);
		pace.accepted();
		pace.start(105_200);
		pace.paused(105_200, 105_300);
		expect(pace.wait(105_300)).toBe(1_000);
	});

	it('holds the lowest limit of the runs that are under way', () => {
		const pace = new Pace();
		const leave = pace.join(10, 100_000);
		const leaveOther = pace.join(1_000, 100_000);
		expect(pace.current).toBeLessThanOrEqual(10);
		leaveOther();
		leave();
	});

	it('makes up for a stall at no more than twice the pace', () => {
		const pace = paced(80);
		pace.start(100_000);
		expect(pace.wait(100_100)).toBe(0);
		pace.start(100_100);
		const gap = Math.floor(500 / pace.current);
		expect(pace.wait(100_100)).toBe(gap);
		expect(pace.wait(100_100 + gap)).toBe(0);
	});

	it('has at most 100 requests under way', () => {
		const pace = paced(1_000);
		let started = 0;
		for (let now = 100_000; now < 102_000; now++) {
			while (pace.wait(now) === 0) {
				pace.start(now);
				started++;
			}
		}
		expect(started).toBe(100);
	});
});

describe('one number and one user', () => {
	it('has no limit until Meta shows one', () => {
		const pairs = new Pairs();
		for (let count = 0; count < 100; count++) pairs.countSend('A', 0);
		expect(pairs.wait('A', 0)).toBe(0);
	});

	it('then has 45 in advance and one every 6 seconds, each user for itself', () => {
		const pairs = new Pairs();
		pairs.countSend('B', 0);
		pairs.refused('A', 0, 6_000);
		expect(pairs.wait('A', 0)).toBe(6_000);
		pairs.countSend('A', 6_000);
		expect(pairs.wait('A', 6_000)).toBe(6_000);
		for (let count = 0; count < 44; count++) {
			expect(pairs.wait('B', 0)).toBe(0);
			pairs.countSend('B', 0);
		}
		expect(pairs.wait('B', 0)).toBe(6_000);
		pairs.uncountSend('B');
		expect(pairs.wait('B', 0)).toBe(0);
	});
});
