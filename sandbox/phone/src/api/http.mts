/** A refusal of the control API, with its own sentence. */
class Refusal extends Error {}

/** One call of the control API. */
export async function call<T>(method: string, path: string, body?: object): Promise<T> {
	const response = await fetch(`/control/${path}`, {
		method,
		...(body
			? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
			: {}),
	}).catch(() => {
		throw new Refusal('The sandbox does not answer. Is it still running?');
	});
	const answer = (await response.json().catch(() => null)) as { error?: string } | null;
	if (!response.ok)
		throw new Refusal(answer?.error ?? `The sandbox answered with status ${response.status}.`);
	return answer as T;
}

export function wordsOf(problem: unknown): string {
	return problem instanceof Error ? problem.message : String(problem);
}
