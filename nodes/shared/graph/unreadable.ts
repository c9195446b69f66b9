import { z } from 'zod/v4';

import type { Refusal } from './answer';

/** A list of Graph whose rows are read one by one, so that an odd one hides no other. */
export const list = z.object({ data: z.array(z.unknown()) });

/**
 * What counts as an answer that says nothing: nobody's callback may be touched on the strength of
 * it.
 */
export const UNREADABLE: Refusal = {
	kind: 'refused',
	httpStatus: 200,
	code: null,
	message: 'The answer about callback URLs cannot be read',
	details: null,
	traceId: null,
};
