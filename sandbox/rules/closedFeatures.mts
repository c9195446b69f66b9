import type { Parameters } from './parameters.mts';
import { parameterRefusal } from './refusal/refusal.mts';

/** By parameter: what no new app can use since 4 Nov 2026, on any version (facts 10, 11.3). Asynchronous batches have no edge here. */
const CLOSED: Record<string, string> = {
	ids: 'Reading several objects by ids',
	method: 'Overriding the HTTP method',
	date_format: 'Formatting of dates',
	callback: 'JSONP',
};

/** The sandbox's app counts as a new one, as that of most n8n users. What Meta answers is not known; 100 is a choice of the sandbox. */
export function refuseClosed(parameters: Parameters): void {
	const name = Object.keys(CLOSED).find((closed) => parameters[closed] !== undefined);
	if (name !== undefined) throw closed(CLOSED[name] ?? name);
	if (/\.as\(/.test(String(parameters.fields ?? ''))) throw closed('An alias for a field');
}

function closed(feature: string) {
	return parameterRefusal(`${feature} is not available to this app.`);
}
