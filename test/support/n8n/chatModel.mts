import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCredential } from '../../../tools/n8n/n8nApi.mts';
import type { N8nSession } from '../../../tools/n8n/n8nSession.mts';

/** What the model says next: a text, or the call of a tool. */
export type Reply = string | { tool: string; arguments: Record<string, unknown> };

export interface ChatMessage {
	role: string;
	content: unknown;
	tool_call_id?: string;
}

export interface ToolOffer {
	name: string;
	description: string;
	parameters: { properties: Record<string, { type: string; description: string }> };
}

/** What the model was asked. */
export interface ChatRequest {
	messages: ChatMessage[];
	tools: ToolOffer[];
}

/** A chat model that speaks OpenAI's protocol (`POST /v1/chat/completions`) and answers from a script. */
export class ScriptedModel {
	readonly requests: ChatRequest[] = [];
	private script: Reply[] = [];
	private readonly server: Server;

	constructor() {
		this.server = createServer((request, response) => {
			let text = '';
			request.on('data', (chunk) => (text += String(chunk)));
			request.on('end', () => {
				const asked = JSON.parse(text) as {
					messages: ChatMessage[];
					tools?: Array<{ function: ToolOffer }>;
				};
				this.requests.push({
					messages: asked.messages,
					tools: (asked.tools ?? []).map((one) => one.function),
				});
				const reply = this.script.shift();
				// A request that is not valid is not tried again, as an unanswered one would be.
				response.writeHead(reply === undefined ? 400 : 200, { 'content-type': 'application/json' });
				response.end(JSON.stringify(answer(reply, this.requests.length)));
			});
		});
	}

	/** From now on it has been asked nothing and says this; asked for more it refuses. */
	says(...script: Reply[]): void {
		this.requests.length = 0;
		this.script = script;
	}

	/** @returns the id of the credential with which n8n reaches it */
	async start(n8n: N8nSession): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		const { port } = this.server.address() as AddressInfo;
		return await createCredential(n8n, {
			name: 'Scripted model',
			type: 'openAiApi',
			data: { apiKey: 'none', url: `http://127.0.0.1:${port}/v1` },
		});
	}

	stop(): void {
		this.server.closeAllConnections();
		this.server.close();
	}
}

function answer(reply: Reply | undefined, number: number): object {
	if (reply === undefined) return { error: { message: 'The script has ended.' } };
	const isText = typeof reply === 'string';
	const call = isText
		? undefined
		: {
				id: `call_${number}`,
				type: 'function',
				function: { name: reply.tool, arguments: JSON.stringify(reply.arguments) },
			};
	return {
		id: `chatcmpl-${number}`,
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [
			{
				index: 0,
				message: {
					role: 'assistant',
					content: isText ? reply : null,
					...(call && { tool_calls: [call] }),
				},
				finish_reason: isText ? 'stop' : 'tool_calls',
			},
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
