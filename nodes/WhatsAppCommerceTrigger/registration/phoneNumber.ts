import {
	clearNumberCallback,
	readNumberCallback,
	saveNumberCallback,
} from '../../shared/graph/callbacks/numberCallback';
import { isGraphId } from '../../shared/payload/rules/identifiers';
import { inputError } from './inputError';
import { registrationAt } from './registrationAt';
import { MAX_OVERRIDE_LENGTH } from './slot';

/** The callback URL of one phone number. Facts 5.3. */
export const phoneNumber = registrationAt((context, graph) => {
	const value = context.getNodeParameter('phoneNumberId', '', { extractValue: true });
	const id = String(value ?? '').trim();
	if (!isGraphId(id)) {
		throw inputError(
			context,
			'Phone Number is not an ID. Choose one from the list, or enter the phone number ID of Meta, which has digits only.',
		);
	}
	return {
		name: 'the phone number',
		maxLength: MAX_OVERRIDE_LENGTH,
		hasFields: false,
		async read() {
			const read = await readNumberCallback(graph, id);
			if (!read.ok) return read;
			const url = read.value;
			const content =
				url === undefined ? undefined : { url, getsMessages: true, getsStandby: true };
			return { ok: true, value: content };
		},
		put: async ({ url }, verifyToken) => await saveNumberCallback(graph, id, url, verifyToken),
		clear: async () => await clearNumberCallback(graph, id),
	};
});
