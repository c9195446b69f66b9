import type { IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * Resolves once this request is answered, with whether its run is stored: n8n answers 200 only after
 * that, and anything else when it could not.
 *
 * It looks at the call that ends the response and not at the connection, because n8n goes on storing
 * a run whose caller has hung up in the meantime.
 *
 * @param response to be handed over before anything is awaited
 */
export async function outcomeOf(response: Response): Promise<boolean> {
	const end = response.end.bind(response) as (...content: unknown[]) => Response;
	return await new Promise((resolve) => {
		response.end = ((...content: unknown[]) => {
			resolve(response.statusCode === 200);
			return end(...content);
		}) as Response['end'];
	});
}
