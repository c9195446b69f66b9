import type { IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * Tells once whether the run of this request is stored: n8n answers 200 only after that, and
 * anything else when it could not.
 *
 * It looks at the call that ends the response and not at the connection, because n8n goes on storing
 * a run whose caller has hung up in the meantime.
 *
 * @param response to be handed over before anything is awaited
 */
export function onOutcome(response: Response, tell: (stored: boolean) => void): void {
	const end = response.end.bind(response) as (...content: unknown[]) => Response;
	let isTold = false;
	response.end = ((...content: unknown[]) => {
		if (!isTold) tell(response.statusCode === 200);
		isTold = true;
		return end(...content);
	}) as Response['end'];
}
