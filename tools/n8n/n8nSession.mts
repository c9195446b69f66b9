/** n8n's own REST interface as its editor uses it: JSON in, `{ data }` out, a login cookie in between. */

export class N8nRefusal extends Error {
	readonly status: number;

	constructor(status: number, method: string, path: string, message: string) {
		super(`n8n answered ${status} to ${method} ${path}: ${message}`);
		this.status = status;
	}
}

export interface Login {
	email: string;
	password: string;
}

export class N8nSession {
	readonly url: string;
	/** Enough to be logged in. */
	cookie: string;

	constructor(url: string, cookie = '') {
		this.url = url;
		this.cookie = cookie;
	}

	async get<T>(path: string): Promise<T> {
		return await this.call('GET', path);
	}

	async post<T>(path: string, body: object): Promise<T> {
		return await this.call('POST', path, body);
	}

	async patch<T>(path: string, body: object): Promise<T> {
		return await this.call('PATCH', path, body);
	}

	async delete<T>(path: string): Promise<T> {
		return await this.call('DELETE', path);
	}

	/** Creates the owner on a new n8n, logs in on one that has its owner already. */
	async logIn(login: Login): Promise<void> {
		const { userManagement } = await this.get<{
			userManagement: { showSetupOnFirstLoad: boolean };
		}>('/rest/settings');
		if (userManagement.showSetupOnFirstLoad) {
			await this.post('/rest/owner/setup', { ...login, firstName: 'Sandbox', lastName: 'Owner' });
		}
		await this.post('/rest/login', { emailOrLdapLoginId: login.email, password: login.password });
	}

	private async call<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await fetch(this.url + path, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.cookie },
			body: body ? JSON.stringify(body) : null,
			signal: AbortSignal.timeout(60_000),
		});
		const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
		if (cookies.length > 0) this.cookie = cookies.join('; ');
		const text = await response.text();
		if (!response.ok) throw new N8nRefusal(response.status, method, path, messageIn(text));
		const answer = JSON.parse(text) as { data?: T };
		return (answer.data ?? answer) as T;
	}
}

function messageIn(text: string): string {
	try {
		return (JSON.parse(text) as { message?: string }).message ?? text;
	} catch {
		return text.slice(0, 500);
	}
}
