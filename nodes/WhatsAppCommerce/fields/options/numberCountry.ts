import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeParameterResourceLocator,
	INodeProperties,
} from 'n8n-workflow';

import { matching } from '../../../shared/fields/listSearch';
import { LABELS } from '../../../shared/payload/labels';
import { countryOfBusiness } from '../../../shared/payload/phones/completed';
import { countryList } from '../../../shared/payload/phones/countryNames';
import type { NumberCountry } from '../../../shared/payload/phones/readPhone';
import { optionalCountry } from '../../../shared/payload/rules/country';
import type { Run } from '../../items/run';
import { locatorValue } from '../reading/locator';
import { sender } from '../sender';

const property: INodeProperties = {
	displayName: LABELS.numberCountry,
	name: 'numberCountry',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'Whose numbers those are that have neither a plus nor a country code, such as 0151 12345678. Without this option it is the country of the sending number, where that was chosen from the list.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a country…',
			typeOptions: { searchListMethod: 'searchCountries', searchable: true },
		},
		{
			displayName: 'By Code',
			name: 'code',
			type: 'string',
			placeholder: 'e.g. DE',
			hint: 'Two letters (ISO 3166)',
		},
	],
};

/** The countries of the world, which need no call. */
export async function searchCountries(
	_context: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const results = countryList().map(({ country, name }) => ({ name, value: country }));
	return matching({ results }, filter);
}

/** Whose numbers those without a country code are. */
export const numberCountry = {
	property,
	/**
	 * The chosen country; without one that of the sending number, as far as it is known without asking Meta.
	 *
	 * @param receivedBy the number of the business that the customer wrote to, as Meta writes it
	 * @throws InputProblems when the option holds something else than a country
	 */
	read(run: Run, item: number, receivedBy: string | null = null): NumberCountry | null {
		const given = locatorValue(run.options(item)[property.name]);
		const chosen = run.check(property.name, optionalCountry, given, item);
		if (chosen !== undefined) return { country: chosen, isChosen: true };
		const country = countryOfBusiness(senderNumber(run) ?? receivedBy);
		return country === null ? null : { country, isChosen: false };
	},
};

/** Read once: n8n copies the whole node each time. */
const senders = new WeakMap<Run, string | null>();

/** The sending number as the editor has kept it when it was chosen from the list. */
function senderNumber(run: Run): string | null {
	const known = senders.get(run);
	if (known !== undefined) return known;
	const { mode, cachedResultName } = (run.node.parameters[sender.property.name] ??
		{}) as Partial<INodeParameterResourceLocator>;
	const [shown = ''] = mode === 'list' ? String(cachedResultName ?? '').split(' · ') : [];
	const number = /^\+?[\d\s().-]{7,}$/.test(shown) ? shown : null;
	senders.set(run, number);
	return number;
}
