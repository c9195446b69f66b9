import type { IDataObject, IHookFunctions, INodeParameterResourceLocator } from 'n8n-workflow';

import { homeOf } from '../filters/customers';
import { matchless } from '../filters/matchless';
import { logOf } from './hookLog';
import { inputError } from './inputError';

/**
 * Says which filters can match nothing: to the builder who publishes or listens; in the log where n8n starts, since a
 * workflow that ran so far has to go on.
 *
 * @throws NodeOperationError with all sentences
 */
export function checkFilters(context: IHookFunctions): void {
	const found = matchless(optionsOf(context), homeOf(chosenNumber(context)));
	if (found.length === 0) return;
	const sentences = found.join(' ');
	if (STARTS.includes(context.getActivationMode())) logOf(context).warn(sentences);
	else throw inputError(context, sentences);
}

const STARTS = ['init', 'leadershipChange'];

/** Options whose expressions cannot be evaluated yet hold nothing that is wrong for sure. */
function optionsOf(context: IHookFunctions): IDataObject {
	try {
		return context.getNodeParameter('options', {}) as IDataObject;
	} catch {
		return {};
	}
}

/** The number of the registration Phone Number, as the list showed it. */
function chosenNumber(context: IHookFunctions): string | null {
	const chosen = context.getNode().parameters.phoneNumberId as
		| Partial<INodeParameterResourceLocator>
		| undefined;
	const [shown = ''] = chosen?.mode === 'list' ? String(chosen.cachedResultName).split(' · ') : [];
	return /^\+\d/.test(shown) ? shown : null;
}
