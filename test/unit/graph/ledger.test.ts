import { Ledger, type EntryStore } from '../../../nodes/shared/graph/sending/ledger';

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
const ledgerOn = (store: EntryStore, takesUnanswered = false, own = `store-${name++}`) =>
	new Ledger(store, own, takesUnanswered, async () => {});

describe('keys over several runs', () => {
	it('are skipped once accepted, and free when refused', async () => {
		const store = new Store();
		const first = ledgerOn(store);
		expect(await first.claim(['a', 'b', 'c'])).toEqual(['claimed', 'claimed', 'claimed']);
		first.settle('a');
		first.release('b');
		await first.done();
		expect(await ledgerOn(store).claim(['a', 'b', 'c'])).toEqual([
			'acceptedBefore',
			'claimed',
			'unansweredBefore',
		]);
		// Looking does not change what is known.
		expect(await ledgerOn(store).claim(['a'])).toEqual(['acceptedBefore']);
	});

	it('that got no answer are sent again only by choice', async () => {
		const store = new Store();
		await ledgerOn(store).claim(['a']);
		expect(await ledgerOn(store).claim(['a'])).toEqual(['unansweredBefore']);
		expect(await ledgerOn(store, true).claim(['a'])).toEqual(['claimed']);
	});

	it('count once within a run', async () => {
		const ledger = ledgerOn(new Store());
		expect(await ledger.claim(['a', 'a', 'b'])).toEqual(['claimed', 'sameKey', 'claimed']);
		expect(await ledger.claim(['b'])).toEqual(['sameKey']);
	});

	it('are claimed by one of two runs at the same moment', async () => {
		const store = new Store();
		const runs = [ledgerOn(store, false, 'same'), ledgerOn(store, false, 'same')];
		const claims = await Promise.all(runs.map(async (run) => await run.claim(['a', 'b'])));
		expect(claims).toEqual([
			['claimed', 'claimed'],
			['unansweredBefore', 'unansweredBefore'],
		]);
	});

	it('are put back when a run in another process has overwritten them', async () => {
		const store = new Store();
		const own = ledgerOn(store);
		const before = new Set(store.entries);
		await own.claim(['a']);
		own.settle('a');
		await own.done();
		// The other one had read before, and writes all that it had read.
		store.entries = new Set(before);
		await own.claim(['b']);
		expect(store.entries).toContain('sent:a');
		own.settle('b');
		store.entries = new Set(before);
		await own.done();
		expect([...store.entries].sort()).toEqual(['sent:a', 'sent:b']);
		expect(await ledgerOn(store).claim(['a', 'b'])).toEqual(['acceptedBefore', 'acceptedBefore']);
	});

	it('are marked as accepted once more when another process has put the mark back', async () => {
		const store = new Store();
		const own = ledgerOn(store);
		await own.claim(['a']);
		const stale = new Set(store.entries);
		const { remove } = store;
		let removals = 0;
		store.remove = async (entries) => {
			await remove.call(store, entries);
			if (removals++ === 0) store.entries = stale;
		};
		own.settle('a');
		await own.done();
		expect([...store.entries]).toEqual(['sent:a']);
	});

	it('never go out twice, wherever the process ends', async () => {
		// Each run ends after so many operations on the store; what it had accepted by then is known to the test alone.
		for (let lives = 0; lives < 12; lives++) {
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
			const copies = new Map<string, number>();
			const send = async (on: EntryStore) => {
				const ledger = ledgerOn(on);
				for (const key of ['a', 'b', 'c']) {
					const [claim] = await ledger.claim([key]);
					if (claim !== 'claimed') continue;
					copies.set(key, (copies.get(key) ?? 0) + 1);
					ledger.settle(key);
				}
				await ledger.done();
			};
			await send(dying);
			await send(store);
			await send(store);
			expect([...copies.values()]).toEqual([1, 1, 1]);
		}
	});
});

it('nothing is sent when nothing can be written down', async () => {
	const broken: EntryStore = {
		checkAndAdd: async () => await Promise.reject(new Error('no database')),
		remove: async () => await Promise.reject(new Error('no database')),
	};
	const ledger = ledgerOn(broken);
	expect(await ledger.claim(['a'])).toEqual(['noRecord']);
	ledger.settle('a');
	await ledger.done();
	expect(ledger.hasFailed).toBe(true);
});
