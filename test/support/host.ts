import { ExecutionLifecycleHooks } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { APP, BUSINESS_ACCOUNT, TOKENS } from '../../sandbox/world/shop/world.mts';
import { WhatsAppCommerceApi } from '../../credentials/WhatsAppCommerceApi.credentials';
import { WhatsAppCommerce } from '../../nodes/WhatsAppCommerce/WhatsAppCommerce.node';
import { WhatsAppCommerceTrigger } from '../../nodes/WhatsAppCommerceTrigger/WhatsAppCommerceTrigger.node';

/** What the user has entered in the credential; the fixture values of the sandbox. */
export const CREDENTIAL = {
	accessToken: TOKENS.full.value as string,
	businessAccountId: BUSINESS_ACCOUNT.id as string,
	appId: APP.id as string,
	appSecret: APP.secret as string,
	apiVersion: 'v26.0',
	baseUrl: 'http://127.0.0.1:1',
};

export type CredentialData = typeof CREDENTIAL;

/** A node that hands its input on, to start a run with. */
class Start implements INodeType {
	description = {
		displayName: 'Start',
		name: 'start',
		group: ['input'],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	} as INodeType['description'];

	async execute(this: { getInputData(): unknown }) {
		return [this.getInputData()] as never;
	}
}

const TYPES: Record<string, INodeType> = {
	start: new Start(),
	whatsAppCommerce: new WhatsAppCommerce(),
	whatsAppCommerceTrigger: new WhatsAppCommerceTrigger(),
};

const nodeTypes: INodeTypes = {
	getByName: (name) => TYPES[name],
	getByNameAndVersion: (name) => NodeHelpers.getVersionedNodeType(TYPES[name]),
	getKnownTypes: () => ({}),
};

/** A node of a workflow, as the editor saves it: only what differs from the defaults is given. */
export function nodeOf(type: string, parameters: IDataObject, more: Partial<INode> = {}): INode {
	return {
		id: `${type}-id`,
		name: type,
		type,
		typeVersion: TYPES[type].description.version as number,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		...(type !== 'start' && {
			credentials: { whatsAppCommerceApi: { id: '1', name: 'WhatsApp' } },
		}),
		...more,
	};
}

/** A workflow whose nodes stand in a row. */
export function workflowOf(nodes: INode[], staticData: IDataObject = {}): Workflow {
	const connections: Record<string, object> = {};
	nodes.slice(0, -1).forEach((node, index) => {
		const next = { node: nodes[index + 1].name, type: 'main', index: 0 };
		connections[node.name] = { main: [[next]] };
	});
	return new Workflow({
		id: 'workflow-1',
		nodes,
		connections: connections as never,
		active: false,
		nodeTypes,
		staticData,
	});
}

/** n8n gives each execution an id of its own. */
let executions = 0;

/** What surrounds a run in n8n, with the real credential class doing the authentication. */
export function additionalDataOf(
	workflow: Workflow,
	credential: CredentialData,
): IWorkflowExecuteAdditionalData {
	const base = 'http://127.0.0.1:5678/';
	const workflowData = { id: workflow.id, name: 'test', active: false, nodes: [], connections: {} };
	return {
		credentialsHelper: credentialsHelperOf(credential),
		hooks: new ExecutionLifecycleHooks('manual', '1', workflowData as never),
		executionId: String(++executions),
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${base}rest`,
		instanceBaseUrl: base,
		formBaseUrl: `${base}form`,
		formWaitingBaseUrl: `${base}form-waiting`,
		formTestBaseUrl: `${base}form-test`,
		webhookBaseUrl: `${base}webhook`,
		webhookWaitingBaseUrl: `${base}webhook-waiting`,
		webhookTestBaseUrl: `${base}webhook-test`,
		mcpBaseUrl: `${base}mcp`,
		mcpTestBaseUrl: `${base}mcp-test`,
		setExecutionStatus: () => {},
		logAiEvent: () => {},
		getRunExecutionData: async () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}

function credentialsHelperOf(credential: CredentialData): ICredentialsHelper {
	const type = new WhatsAppCommerceApi();
	return {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		preAuthentication: async () => undefined,
		getDecrypted: async () => ({ ...credential }),
		authenticate: async (
			data: ICredentialDataDecryptedObject,
			_name: string,
			options: IHttpRequestOptions,
		) => await (type.authenticate as unknown as Authenticate)(data, options),
	} as unknown as ICredentialsHelper;
}

type Authenticate = (
	data: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
) => Promise<IHttpRequestOptions>;
