import { NodeOperationError } from 'n8n-workflow';

import {
	clearNumberCallback,
	readNumberCallback,
	saveNumberCallback,
} from '../../shared/graph/callbacks/numberCallback';
import { isGraphId } from '../../shared/payload/rules/identifiers';
import { atPlace } from './atPlace';
import { MAX_OVERRIDE_LENGTH, type Place } from './place';

/** The callback URL of one phone number. Facts 5.3. */
export const phoneNumber = atPlace(function (graph): Place {
	const value = this.getNodeParameter('phoneNumberId', '', { extractValue: true });
	const id = String(value ?? '').trim();
	if (!isGraphId(id)) {
		throw new NodeOperationError(
			this.getNode(),
			'Phone Number is not an ID. Choose one from the list, or enter the phone number ID of Meta, which has digits only.',
			{ level: 'warning' },
		);
	}
	return {
		name: 'the phone number',
		maxLength: MAX_OVERRIDE_LENGTH,
		async read() {
			const read = await readNumberCallback(graph, id);
			if (!read.ok) return read;
			const url = read.value;
			return { ok: true, value: url === undefined ? undefined : { url, getsMessages: true } };
		},
		put: async ({ url }, verifyToken) => await saveNumberCallback(graph, id, url, verifyToken),
		clear: async () => await clearNumberCallback(graph, id),
	};
});
