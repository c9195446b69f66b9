import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';
import { isGraphId } from '../../shared/payload/rules/identifiers';

/**
 * Something that the builder has to fill in. While n8n listens or publishes it shows only the message,
 * so that says what to do as well.
 */
export const inputError = (context: IHookFunctions, message: string): NodeOperationError =>
	new NodeOperationError(context.getNode(), message, { level: 'warning' });

/** @throws NodeOperationError when the credential does not say which app is ours */
export function assertAppId(context: IHookFunctions, { appId }: Graph): void {
	if (isGraphId(appId)) return;
	throw inputError(context, 'The credential lacks the App ID. Fill it in; it has digits only.');
}
