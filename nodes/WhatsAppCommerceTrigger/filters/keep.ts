import type { IDataObject } from 'n8n-workflow';

import type { FoundEvent } from '../events/read';
import { catalogs } from './catalogs';
import { customers } from './customers';
import type { Filter } from './filter';
import { minimumTotal } from './minimumTotal';
import { phoneNumbers } from './phoneNumbers';
import { skus } from './skus';

const MAKERS = [phoneNumbers, catalogs, minimumTotal, skus, customers];

/** The events that pass all filters of the builder. One that a filter cannot judge stays. */
export function keep(found: FoundEvent[], options: IDataObject): FoundEvent[] {
	const filters = MAKERS.flatMap((make) => make(options) ?? []);
	if (filters.length === 0) return found;
	return found.filter(({ event }) => filters.every((filter) => passes(filter, event)));
}

function passes(filter: Filter, event: FoundEvent['event']): boolean {
	try {
		return filter(event);
	} catch {
		return true;
	}
}
