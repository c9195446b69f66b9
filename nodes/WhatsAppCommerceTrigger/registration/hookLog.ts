import type { IHookFunctions } from 'n8n-workflow';

/** n8n's log; each line names the workflow and the node that it is about. */
export function logOf(context: IHookFunctions) {
	const about = { workflowId: context.getWorkflow().id, nodeName: context.getNode().name };
	return {
		info: (message: string) => context.logger.info(message, about),
		warn: (message: string) => context.logger.warn(message, about),
		error: (message: string) => context.logger.error(message, about),
	};
}
