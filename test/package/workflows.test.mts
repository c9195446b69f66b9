import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	NodeHelpers,
	type IDataObject,
	type INode,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { WhatsAppCommerce } from '../../nodes/WhatsAppCommerce/WhatsAppCommerce.node';
import { WhatsAppCommerceTrigger } from '../../nodes/WhatsAppCommerceTrigger/WhatsAppCommerceTrigger.node';

const folder = join(__dirname, '..', '..', 'workflows');
const files = readdirSync(folder);

interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: Record<string, Record<string, Array<Array<{ node: string; type: string }> | null>>>;
	settings: object;
	pinData?: object;
}

const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const workflowIn = (file: string) => JSON.parse(textOf(file)) as WorkflowFile;

const OURS = 'n8n-nodes-whatsapp-commerce.';
const STICKY = 'n8n-nodes-base.stickyNote';

/** n8n's own nodes that the examples use, in versions that n8n 2.41 has. */
const KNOWN: Record<string, number[]> = {
	'@n8n/n8n-nodes-langchain.agent': [3.1],
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': [1.3],
	'@n8n/n8n-nodes-langchain.memoryBufferWindow': [1.3],
	'n8n-nodes-base.code': [2],
	'n8n-nodes-base.dataTable': [1.1],
	'n8n-nodes-base.filter': [2.3],
	'n8n-nodes-base.form': [2.5],
	'n8n-nodes-base.formTrigger': [2.6],
	'n8n-nodes-base.httpRequest': [4.2],
	'n8n-nodes-base.if': [2.3],
	'n8n-nodes-base.manualTrigger': [1],
	'n8n-nodes-base.noOp': [1],
	'n8n-nodes-base.scheduleTrigger': [1.2],
	'n8n-nodes-base.set': [3.4],
	'n8n-nodes-base.splitOut': [1],
	[STICKY]: [1],
	'n8n-nodes-base.switch': [3.4],
	'n8n-nodes-base.wait': [1.1],
};

const action = new WhatsAppCommerce().description;
const trigger = new WhatsAppCommerceTrigger().description;

/** The description of one of our nodes; n8n makes the tool out of the action, with fields of its own. */
function ourDescription(type: string): INodeTypeDescription | undefined {
	const name = type.slice(OURS.length);
	return name === trigger.name
		? trigger
		: [action.name, `${action.name}Tool`].includes(name)
			? action
			: undefined;
}

const TOOL_FIELDS = ['descriptionType', 'toolDescription'];

/** The node with the fields that its description has and shows for these values, and no others. */
function asTheEditorSees(node: INode, description: INodeTypeDescription) {
	const own = Object.entries(node.parameters).filter(([name]) => !TOOL_FIELDS.includes(name));
	const given = { ...node, parameters: Object.fromEntries(own) };
	const { properties } = description;
	return {
		given,
		known: NodeHelpers.getNodeParameters(
			properties,
			given.parameters,
			true,
			false,
			given,
			description,
		),
		issues: NodeHelpers.getNodeParametersIssues(properties, given, description),
	};
}

/** Values of drop-downs, however deep, that are none of what these offer. Expressions may yield anything. */
function wrongChoices(properties: INodeProperties[], values: IDataObject): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		// Operations have fields of the same name with choices of their own.
		const same = properties.filter((property) => property.name === name);
		const type = same[0]?.type;
		const inside = same.flatMap(({ options = [] }) => options as unknown[]);
		if (type === 'collection') {
			return wrongChoices(inside as INodeProperties[], value as IDataObject);
		}
		if (type === 'fixedCollection') {
			return (inside as INodePropertyCollection[]).flatMap((group) =>
				[(value as IDataObject)[group.name] ?? []]
					.flat()
					.flatMap((entry) => wrongChoices(group.values, entry as IDataObject)),
			);
		}
		if (type !== 'options' && type !== 'multiOptions') return [];
		const offered = (inside as INodePropertyOptions[]).map((option) => option.value);
		return [value]
			.flat()
			.filter((one) => !String(one).startsWith('=') && !offered.includes(one as string))
			.map((one) => `${name}: ${String(one)}`);
	});
}

it('are several, and nothing else lies beside them', () => {
	expect(files.length).toBeGreaterThan(3);
	expect(files.filter((file) => !/^[a-z]+(-[a-z]+)*\.json$/.test(file))).toEqual([]);
});

describe.each(files)('%s', (file) => {
	it('is a workflow that n8n imports, each node named and connected once', () => {
		const { name, nodes, connections, settings } = workflowIn(file);
		expect(name).not.toBe('');
		expect(settings).toMatchObject({ executionOrder: 'v1' });
		for (const key of ['id', 'name'] as const) {
			const values = nodes.map((node) => node[key]);
			expect(new Set(values).size).toBe(values.length);
		}
		const names = nodes.map((node) => node.name);
		const ends = Object.values(connections).flatMap((kinds) =>
			Object.values(kinds)
				.flat()
				.flatMap((links) => links ?? [])
				.map(({ node }) => node),
		);
		expect([...Object.keys(connections), ...ends].filter((one) => !names.includes(one))).toEqual(
			[],
		);
		// A node that nothing leads to and that leads nowhere does nothing.
		const used = new Set([...Object.keys(connections), ...ends]);
		const loose = nodes.filter((node) => node.type !== STICKY && !used.has(node.name));
		expect(loose.map((node) => node.name)).toEqual([]);
	});

	it('uses only nodes and versions that are there', () => {
		const unknown = workflowIn(file).nodes.filter(
			({ type, typeVersion }) =>
				!(KNOWN[type] ?? [ourDescription(type)?.version].flat()).includes(typeVersion),
		);
		expect(unknown.map(({ type, typeVersion }) => `${type} ${typeVersion}`)).toEqual([]);
	});

	it('gives our nodes only fields and values that they have', () => {
		const ours = workflowIn(file).nodes.filter(({ type }) => type.startsWith(OURS));
		expect(ours.length).toBeGreaterThan(0);
		for (const node of ours) {
			const description = ourDescription(node.type) as INodeTypeDescription;
			const { given, known, issues } = asTheEditorSees(node, description);
			expect(known).toMatchObject(given.parameters);
			const wrong = wrongChoices(description.properties, given.parameters as IDataObject);
			expect({ node: node.name, issues, wrong }).toEqual({
				node: node.name,
				issues: null,
				wrong: [],
			});
		}
	});

	it('says in a note what it does and what to set up, in kind words', () => {
		const notes = workflowIn(file).nodes.filter(({ type }) => type === STICKY);
		expect(notes.length).toBeGreaterThan(0);
		const texts = notes.map(({ parameters }) => String(parameters.content));
		expect(texts.join('\n')).toMatch(/\*\*credential\*\*/);
		for (const text of [...texts, ...workflowIn(file).nodes.map(({ name }) => name)]) {
			expect(text).not.toMatch(/\b(errors?|problems?|failures?|mistakes?)\b/i);
		}
	});

	it('says how it goes with other examples when it has a trigger of ours', () => {
		const { nodes } = workflowIn(file);
		if (!nodes.some(({ type }) => type === OURS + trigger.name)) return;
		const about = nodes.find(({ name }) => name === 'About this workflow');
		expect(about?.parameters.content).toContain(
			'To use several examples, connect their nodes to the same trigger, and write its name where an expression names the old one.',
		);
	});

	it('names no credential, nobody in pinned data, and no host but Meta', () => {
		const { nodes, pinData = {} } = workflowIn(file);
		expect(nodes.filter(({ credentials }) => credentials)).toEqual([]);
		expect(pinData).toEqual({});
		const hosts = [...textOf(file).matchAll(/https?:\/\/([^/"'\s\\]+)/g)].map(([, host]) => host);
		expect(hosts.filter((host) => host !== 'graph.facebook.com')).toEqual([]);
		expect(textOf(file)).not.toMatch(/localhost|127\.0\.0\.1/);
	});
});
