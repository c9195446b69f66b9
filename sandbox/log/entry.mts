/** One line of the log that a builder reads: a call that came in, or a request that went out. */
export interface LogEntry {
	/** Grows with time, also over a restart: `?after=` asks for what came later. */
	id: string;
	at: string;
	/** As seen from the sandbox: Graph API calls come in, webhooks and handshakes go out. */
	direction: 'in' | 'out';
	method: string;
	url: string;
	/** Null when nobody answered, or the connection broke before the answer. */
	status: number | null;
	ms: number;
	summary: string;
	/** Why it was refused or did not go through, in a sentence; null when all is well. */
	reason: string | null;
	request: unknown;
	response: unknown;
}
