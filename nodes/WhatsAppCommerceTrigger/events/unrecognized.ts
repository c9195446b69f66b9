import type { IDataObject } from 'n8n-workflow';

import type { IncomingMessage } from '../../shared/payload/webhook';

/** Deeper values than any of Meta's would end the run of the good messages beside them. */
const MAX_DEPTH = 32;

/** A message of a chosen kind whose content cannot be read: kept as it came, with the reason. */
export function unrecognized({ message, ...known }: IncomingMessage, reason: string): IDataObject {
	return {
		event: 'unrecognized',
		...known,
		reason,
		raw: isShallow(message) ? message : null,
	} as unknown as IDataObject;
}

/** Level by level and not recursively, so that the check itself has no limit. */
function isShallow(value: unknown): boolean {
	let level = [value];
	for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
		level = level.flatMap((one) =>
			typeof one === 'object' && one !== null ? Object.values(one) : [],
		);
	}
	return level.length === 0;
}
