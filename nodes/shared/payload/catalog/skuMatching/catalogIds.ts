import { plain } from './lookalikes';
import { numberKey } from './numbers';
import { shopKeysOfId } from './shopIds';

/** Content IDs of a catalog, to be found by what they look like, count or stand for. */
export class CatalogIds {
	private readonly byKey = new Map<string, string[]>();
	private readonly numbers = new Map<number, string[]>();

	constructor(ids: Iterable<string>) {
		for (const id of new Set(ids)) this.add(id);
	}

	/** Those that look the same. */
	looking(text: string): string[] {
		return this.byKey.get(`look ${plain(text)}`) ?? [];
	}

	/** Those that are the same number. */
	counting(key: string): string[] {
		return this.byKey.get(`number ${key}`) ?? [];
	}

	/** Those of a shop's product, by a key of shopIds.ts. */
	standingFor(key: string): string[] {
		return this.byKey.get(`shop ${key}`) ?? [];
	}

	/** Those of digits alone, of this length. */
	ofDigits(length: number): string[] {
		return this.numbers.get(length) ?? [];
	}

	private add(id: string): void {
		const number = numberKey(id);
		put(this.byKey, `look ${plain(id)}`, id);
		if (number !== null) put(this.byKey, `number ${number}`, id);
		for (const key of shopKeysOfId(id)) put(this.byKey, `shop ${key}`, id);
		if (/^\d+$/.test(id)) put(this.numbers, id.length, id);
	}
}

function put<Key>(lists: Map<Key, string[]>, key: Key, id: string): void {
	const list = lists.get(key);
	if (list) list.push(id);
	else lists.set(key, [id]);
}
