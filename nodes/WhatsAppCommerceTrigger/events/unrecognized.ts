import type { IDataObject } from 'n8n-workflow';

import type { IncomingMessage } from '../../shared/payload/webhook';

/** A message of a chosen kind whose content cannot be read: kept as it came, with the reason. */
export function unrecognized({ message, ...known }: IncomingMessage, reason: string): IDataObject {
	return { event: 'unrecognized', ...known, reason, raw: message } as unknown as IDataObject;
}
