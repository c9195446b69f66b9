import { LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type IWorkflowExecuteAdditionalData,
	type ResourceMapperFields,
} from 'n8n-workflow';

import { WhatsAppCommerce } from '../../nodes/WhatsAppCommerce/WhatsAppCommerce.node';
import { additionalDataOf, nodeOf, workflowOf, type CredentialData } from './host';

/** What came out of the action node. */
export interface Outcome {
	items: INodeExecutionData[];
	json: IDataObject[];
	/** Items on the error output, when the node has one. */
	failed: IDataObject[];
	/** What the editor shows beside the output. */
	hints: string[];
	error?: Error & { description?: string; context?: IDataObject; failure?: unknown };
}

interface RunOptions {
	items?: IDataObject[];
	node?: Partial<INode>;
	/** What n8n itself would say differently. */
	more?: Partial<IWorkflowExecuteAdditionalData>;
}

/** Runs the action node in n8n's engine, once for the given input items. */
export async function runAction(
	credential: CredentialData,
	parameters: IDataObject,
	{ items = [{}], node = {}, more = {} }: RunOptions = {},
): Promise<Outcome> {
	const start = nodeOf('start', {});
	const action = nodeOf('whatsAppCommerce', { resource: 'productMessage', ...parameters }, node);
	const workflow = workflowOf([start, action]);
	const additionalData = { ...additionalDataOf(workflow, credential), ...more };
	const data = { main: [items.map((json) => ({ json }))] };
	const runData = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node: start, data, source: null }] } as never,
	});
	const run = await new WorkflowExecute(additionalData, 'manual', runData).processRunExecutionData(
		workflow,
	);
	const result = run.data.resultData.runData[action.name]?.[0];
	const out = result?.data?.main[0] ?? [];
	return {
		items: out,
		json: out.map(({ json }) => json),
		failed: (result?.data?.main[1] ?? []).map(({ json }) => json),
		hints: (result?.hints ?? []).map(({ message }) => message),
		error: (result?.error ?? run.data.resultData.error) as unknown as Outcome['error'],
	};
}

/** Calls a searchable drop-down of the action node as the editor does. */
export async function search(
	credential: CredentialData,
	list: keyof WhatsAppCommerce['methods']['listSearch'],
	parameters: IDataObject = {},
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const method = new WhatsAppCommerce().methods.listSearch[list];
	return await method.call(editing(credential, parameters), filter, paginationToken);
}

/** The fields that the editor shows for the variables of the chosen template. */
export async function templateVariables(
	credential: CredentialData,
	parameters: IDataObject,
): Promise<ResourceMapperFields> {
	const { getTemplateVariables } = new WhatsAppCommerce().methods.resourceMapping;
	return await getTemplateVariables.call(editing(credential, parameters));
}

/** What the editor hands to a method while the builder fills in the node. */
function editing(credential: CredentialData, parameters: IDataObject): LoadOptionsContext {
	const node = nodeOf('whatsAppCommerce', { resource: 'productMessage', ...parameters });
	const workflow = workflowOf([node]);
	const additionalData = additionalDataOf(workflow, credential);
	additionalData.currentNodeParameters = node.parameters;
	return new LoadOptionsContext(workflow, node, additionalData, '');
}

/** A resource locator in By ID mode. */
export const byId = (value: unknown): IDataObject =>
	({ __rl: true, mode: 'id', value }) as IDataObject;
