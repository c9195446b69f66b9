import { z } from 'zod/v4';

import type { Graph } from '../connection';
import { page, softText } from '../paging';

const phoneNumber = z.object({
	id: z.string(),
	display_phone_number: softText,
	verified_name: softText,
	status: softText,
});

/** Business phone numbers of the account. Facts 6.5. */
export const phoneNumbers = async (graph: Graph, after?: string) =>
	await page(graph, [graph.businessAccountId, 'phone_numbers'], phoneNumber, {
		fields: 'id,display_phone_number,verified_name,status',
		after,
	});
