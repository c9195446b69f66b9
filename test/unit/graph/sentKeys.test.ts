import { sleep } from 'n8n-workflow';

import { SentKeys, type EntryStore } from '../../../nodes/shared/graph/sending/sentKeys';

/** A store as n8n's: it names what was there and adds the rest, in one step. */
class Store implements EntryStore {
	entries = new Set<string>();
	async checkAndAdd(entries: string[]) {
		const there = entries.filter((entry) => this.entries.has(entry));
		for (const entry of entries) this.entries.add(entry);
		return { there };
	}
	async remove(entries: string[]) {
		for (const entry of entries) this.entries.delete(entry);
	}
}

let name = 0;
const keysOn = (store: EntryStore, takesUnanswered = false, own = `store-${name++}`) =>
	new SentKeys(store, own, takesUnanswered, async () => {});

describe('keys over several runs', () => {
	it('are skipped once accepted, and free when refused', async () => {
		const store = new Store();
		const first = keysOn(store);
		expect(await first.claim(['a', 'b', 'c'])).toEqual(['claimed', 'claimed', 'claimed']);
		first.settle('a');
		first.release('b');
		await first.done();
		expect(await keysOn(store).claim(['a', 'b', 'c'])).toEqual([
			'acceptedBefore',
			'claimed',
			'unansweredBefore',
		]);
		// Looking does not change what is known.
		expect(await keysOn(store).claim(['a'])).toEqual(['acceptedBefore']);
	});

	it('that got no answer are sent again only by choice', async () => {
		const store = new Store();
		await keysOn(store).claim(['a']);
		expect(await keysOn(store).claim(['a'])).toEqual(['unansweredBefore']);
		expect(await keysOn(store, true).claim(['a'])).toEqual(['claimed']);
	});

	it('count once within a run', async () => {
		const sentKeys = keysOn(new Store());
		expect(await sentKeys.claim(['a', 'a', 'b'])).toEqual(['claimed', 'sameKey', 'claimed']);
		expect(await sentKeys.claim(['b'])).toEqual(['sameKey']);
	});

	it('are claimed by one of two runs at the same moment', async () => {
		const store = new Store();
		const runs = [keysOn(store, false, 'same'), keysOn(store, false, 'same')];
		const claims = await Promise.all(runs.map(async (run) => await run.claim(['a', 'b'])));
		expect(claims).toEqual([
			['claimed', 'claimed'],
			['unansweredBefore', 'unansweredBefore'],
		]);
	});

	it('are written again when another process writes back what it had read before', async () => {
		const store = new Store();
		const stale = new Set(store.entries);
		let rests = 0;
		const own = new SentKeys(store, 'own', false, async () => {
			if (rests++ < 2) store.entries = new Set(stale);
		});
		expect(await own.claim(['a'])).toEqual(['claimed']);
		expect(rests).toBe(3);
		expect(await keysOn(store).claim(['a'])).toEqual(['unansweredBefore']);
	});

	it('are not sent when they never stay', async () => {
		const store = new Store();
		const own = new SentKeys(store, 'own', false, async () => store.entries.clear());
		expect(await own.claim(['a'])).toEqual(['noRecord']);
		await own.done();
		expect([...store.entries]).toEqual([]);
	});

	it('stay in a list that two processes read and write at any moment', async () => {
		let list = new Set<string>();
		const held = new Set<string>();
		const lost: string[] = [];
		const change = async (how: (copy: Set<string>) => void) => {
			const copy = new Set(list);
			await sleep(Math.random() * 15);
			how(copy);
			list = copy;
			lost.push(...[...held].filter((entry) => !list.has(entry)));
		};
		const store: EntryStore = {
			async checkAndAdd(entries) {
				let there: string[] = [];
				await change((copy) => {
					there = entries.filter((entry) => copy.has(entry));
					for (const entry of entries) copy.add(entry);
				});
				return { there };
			},
			remove: async (entries) => await change((copy) => entries.forEach((one) => copy.delete(one))),
		};
		const run = async (own: string) => {
			const sentKeys = new SentKeys(store, own, false, sleep);
			for (let batch = 0; batch < 6; batch++) {
				const keys = ['a', 'b', 'c'].map((key) => `${own}/${batch}/${key}`);
				expect(await sentKeys.claim(keys)).toEqual(['claimed', 'claimed', 'claimed']);
				for (const key of keys) {
					held.add(`sent:${key}`);
					sentKeys.settle(key);
				}
			}
			await sentKeys.done();
		};
		await Promise.all(['one', 'two', 'three'].map(run));
		expect(lost).toEqual([]);
		// A sentinel that was put back by another process stays, and means nothing.
		const keys = [...list].filter((entry) => !entry.startsWith('mark:'));
		expect(keys.sort()).toEqual([...held].sort());
	});

	it('are written 500 at a time, since n8n searches its whole list for each', async () => {
		const store = new Store();
		const own = keysOn(store);
		const keys = Array.from({ length: 2_500 }, (_unused, index) => `key ${index}`);
		await own.claim(keys);
		const remove = jest.spyOn(store, 'remove');
		for (const key of keys) own.settle(key);
		await own.done();
		const most = Math.max(...remove.mock.calls.map(([entries]) => entries.length));
		expect(most).toBeLessThanOrEqual(501);
		expect([...store.entries].filter((entry) => entry.startsWith('open:'))).toEqual([]);
	});

	it('that are free again are removed once, since a later run may have claimed them', async () => {
		const store = new Store();
		const own = keysOn(store);
		await own.claim(['a']);
		const removed: string[][] = [];
		const { remove } = store;
		store.remove = async (entries) => {
			const before = new Set(store.entries);
			await remove.call(store, entries);
			removed.push(entries);
			// Another process writes back what it had read before the first removal.
			if (removed.length === 1) store.entries = before;
		};
		own.release('a');
		await own.done();
		expect(removed.filter((entries) => entries.includes('sent:a'))).toHaveLength(1);
		expect(own.hasFailed).toBe(true);
		expect(await keysOn(store).claim(['a'])).toEqual(['unansweredBefore']);
	});

	it('that an earlier run may have sent are not free after a later one has sent nothing', async () => {
		const store = new Store();
		await keysOn(store).claim(['a']);
		const again = keysOn(store, true);
		expect(await again.claim(['a'])).toEqual(['claimed']);
		again.release('a');
		await again.done();
		expect(await keysOn(store).claim(['a'])).toEqual(['unansweredBefore']);
	});

	it('stay accepted for two runs that look at them at the same moment', async () => {
		const store = new Store();
		const first = keysOn(store);
		await first.claim(['a']);
		first.settle('a');
		await first.done();
		const runs = [keysOn(store, true, 'both'), keysOn(store, true, 'both')];
		const claims = await Promise.all(runs.map(async (run) => await run.claim(['a'])));
		expect(claims).toEqual([['acceptedBefore'], ['acceptedBefore']]);
	});

	it('of an earlier try of the run are its own', async () => {
		const sentKeys = keysOn(new Store());
		sentKeys.alreadyClaimed('a');
		expect(await sentKeys.claim(['a'])).toEqual(['sameKey']);
	});

	it('stay accepted when another process writes back what it had read before, once or more', async () => {
		for (let overwritten = 0; overwritten < 5; overwritten++) {
			const store = new Store();
			const own = keysOn(store);
			await own.claim(['a']);
			let removals = 0;
			const { remove } = store;
			store.remove = async (entries) => {
				const before = new Set(store.entries);
				await remove.call(store, entries);
				if (removals++ < overwritten) store.entries = before;
			};
			own.settle('a');
			await own.done();
			expect([...store.entries]).toEqual(['sent:a']);
			expect(own.hasFailed).toBe(false);
		}
	});

	it('stay accepted when the database was gone for a while', async () => {
		const store = new Store();
		const own = new SentKeys(store, 'gone for a while', false, sleep);
		await own.claim(['a', 'b']);
		const { remove } = store;
		store.remove = async () => await Promise.reject(new Error('no database'));
		own.settle('a');
		await sleep(20);
		store.remove = remove;
		own.settle('b');
		await own.done();
		expect([...store.entries].sort()).toEqual(['sent:a', 'sent:b']);
		expect(own.hasFailed).toBe(false);
	});

	it('never go out twice, wherever the process ends', async () => {
		// Each run ends after so many operations on the store; what it had accepted by then is known to the test alone.
		for (let lives = 0; lives < 16; lives++) {
			const store = new Store();
			let left = lives;
			const dying: EntryStore = {
				checkAndAdd: async (entries) => {
					if (left-- <= 0) throw new Error('ended');
					return await store.checkAndAdd(entries);
				},
				remove: async (entries) => {
					if (left-- <= 0) throw new Error('ended');
					await store.remove(entries);
				},
			};
			const keys = ['a', 'b', 'c'];
			const copies = new Map<string, number>();
			const send = async (on: EntryStore) => {
				const sentKeys = keysOn(on);
				for (const key of keys) {
					const [claim] = await sentKeys.claim([key]);
					if (claim !== 'claimed') continue;
					copies.set(key, (copies.get(key) ?? 0) + 1);
					sentKeys.settle(key);
				}
				await sentKeys.done();
			};
			await send(dying);
			await send(store);
			await send(store);
			expect(Math.max(...copies.values())).toBe(1);
			// It ended between writing a key down and sending: that is told, and nothing else.
			const unsent = keys.filter((key) => !copies.has(key));
			expect(unsent.length).toBeLessThanOrEqual(1);
			expect(await keysOn(store).claim(unsent)).toEqual(unsent.map(() => 'unansweredBefore'));
		}
	});
});

it('nothing is sent when nothing can be written down', async () => {
	const broken: EntryStore = {
		checkAndAdd: async () => await Promise.reject(new Error('no database')),
		remove: async () => await Promise.reject(new Error('no database')),
	};
	const sentKeys = keysOn(broken);
	expect(await sentKeys.claim(['a'])).toEqual(['noRecord']);
	sentKeys.settle('a');
	await sentKeys.done();
	expect(sentKeys.hasFailed).toBe(true);
});
