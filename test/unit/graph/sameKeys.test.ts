import { SameKeys } from '../../../nodes/shared/graph/sending/sameKeys';
import { SentKeys, type EntryStore } from '../../../nodes/shared/graph/sending/sentKeys';

/** A store as n8n's: it names what was there and adds the rest, in one step. */
class Store implements EntryStore {
	readonly entries = new Set<string>();
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
/** The keys of a run; each key with its other spellings. */
const keysOn = (store: EntryStore, spellings: Record<string, string[]> = {}, again = false) => {
	const keys = new SameKeys(new SentKeys(store, `same-${name++}`, again, async () => {}));
	for (const [key, others] of Object.entries(spellings)) keys.know(key, others);
	return keys;
};
const SPELT = { 'c/0151': ['c/+49151', 'c/DE.1'] };

/** What a later run finds for each spelling. */
const found = async (store: Store) =>
	await keysOn(store).claim(['c/0151', 'c/+49151', 'c/DE.1', 'other']);

it('all spellings of an accepted key are used', async () => {
	const store = new Store();
	const keys = keysOn(store, SPELT);
	expect(await keys.claim(['c/0151'])).toEqual(['claimed']);
	keys.settle('c/0151');
	await keys.done();
	expect(await found(store)).toEqual([
		'acceptedBefore',
		'acceptedBefore',
		'acceptedBefore',
		'claimed',
	]);
});

it('all are free when nothing was sent, and open when it is not known', async () => {
	const store = new Store();
	const keys = keysOn(store, { ...SPELT, 'd/0151': ['d/+49151'] });
	await keys.claim(['c/0151', 'd/0151']);
	keys.release('c/0151');
	await keys.done();
	expect(await keysOn(store).claim(['c/+49151', 'c/DE.1', 'd/+49151', 'd/0151'])).toEqual([
		'claimed',
		'claimed',
		'unansweredBefore',
		'unansweredBefore',
	]);
});

it('a key whose other spelling was sent before is not sent, and all its spellings are used then', async () => {
	const store = new Store();
	const before = keysOn(store);
	await before.claim(['c/+49151']);
	before.settle('c/+49151');
	await before.done();
	const keys = keysOn(store, SPELT);
	expect(await keys.claim(['c/0151'])).toEqual(['acceptedBefore']);
	await keys.done();
	expect(await found(store)).toEqual([
		'acceptedBefore',
		'acceptedBefore',
		'acceptedBefore',
		'claimed',
	]);
});

it('a key whose other spelling got no answer is sent again only by choice', async () => {
	const store = new Store();
	await keysOn(store).claim(['c/+49151']);
	expect(await keysOn(store, SPELT).claim(['c/0151'])).toEqual(['unansweredBefore']);
	expect(await keysOn(store, SPELT, true).claim(['c/0151'])).toEqual(['claimed']);
});

describe('two spellings in one run', () => {
	const others = { 'c/0151': ['c/+49151'], 'c/+49151': ['c/DE.1'] };

	it.each(['settle', 'release'] as const)('are sent once, before they %s', async (end) => {
		const store = new Store();
		const keys = keysOn(store, others);
		expect(await keys.claim(['c/0151', 'c/+49151'])).toEqual(['claimed', 'sameKey']);
		keys[end]('c/0151');
		await keys.done();
		const fate = end === 'settle' ? 'acceptedBefore' : 'claimed';
		expect(await found(store)).toEqual([fate, fate, fate, 'claimed']);
	});

	it.each(['settle', 'release'] as const)('are sent once, after they %s', async (end) => {
		const store = new Store();
		const keys = keysOn(store, others);
		await keys.claim(['c/0151']);
		keys[end]('c/0151');
		expect(await keys.claim(['c/+49151'])).toEqual(['sameKey']);
		await keys.done();
		const fate = end === 'settle' ? 'acceptedBefore' : 'claimed';
		expect(await found(store)).toEqual([fate, fate, fate, 'claimed']);
	});
});

it('an earlier try of the same run has claimed all spellings', async () => {
	const store = new Store();
	await keysOn(store, SPELT).claim(['c/0151']);
	const again = keysOn(store, { ...SPELT, 'c/DE.1': [] });
	again.alreadyClaimed('c/0151');
	expect(await again.claim(['c/DE.1'])).toEqual(['sameKey']);
	again.settle('c/0151');
	await again.done();
	expect((await found(store)).slice(0, 3)).toEqual([
		'acceptedBefore',
		'acceptedBefore',
		'acceptedBefore',
	]);
});

it('without a record nothing is sent and nothing stays used', async () => {
	const store = new Store();
	store.checkAndAdd = async () => await Promise.reject(new Error('no database'));
	const keys = keysOn(store, SPELT);
	expect(await keys.claim(['c/0151', 'other'])).toEqual(['noRecord', 'noRecord']);
});
