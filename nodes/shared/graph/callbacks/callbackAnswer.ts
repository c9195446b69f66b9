import { z } from 'zod/v4';

import { unreadable } from '../answer';

/** A list of Graph whose rows are read one by one, so that an odd one hides no other. */
export const list = z.object({ data: z.array(z.unknown()) });

/** No callback may be changed because of such an answer. */
export const CALLBACKS_UNREADABLE = unreadable('The answer about callback URLs cannot be read');
