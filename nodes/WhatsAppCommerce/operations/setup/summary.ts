import type { IDataObject } from 'n8n-workflow';

import type { Finding, Status } from './checks/finding';

/** Names of the checks as people read them. */
const LABELS: Record<string, string> = {
	accessToken: 'Access token',
	permissions: 'Permissions',
	apiVersion: 'API version',
	businessAccount: 'Business account',
	numberAccount: 'Account of number',
	number: 'Phone number',
	displayName: 'Display name',
	quality: 'Quality',
	throughput: 'Throughput',
	health: 'Health',
	appSubscription: 'App subscription',
	standbySubscription: 'Standby subscription',
	appLive: 'App live',
	accountSubscription: 'Account subscription',
	callbackUrl: 'Callback URL',
	catalog: 'Catalog',
	products: 'Products',
	sampleSkus: 'Sample SKUs',
	catalogProblems: 'Catalog problems',
	cart: 'Cart',
	catalogVisible: 'Catalog visible',
};

const WORST: Status[] = ['fail', 'warning', 'ok'];
const MARKS: Record<Status, string> = { ok: '✓ ok', warning: '! warning', fail: '✗ FAIL' };

/** Characters of the widest column: with the others it fits beside the editor's panels. */
const WIDTH = 72;

/** A diagnosis as one item: the worst status, the counts, and a table to read or to post in a chat. */
export function summaryItem(findings: Finding[]): IDataObject {
	const count = (status: Status) => findings.filter((one) => one.status === status).length;
	return {
		status: WORST.find((status) => count(status) > 0) ?? 'ok',
		okCount: count('ok'),
		warningCount: count('warning'),
		failCount: count('fail'),
		table: tableOf(findings),
		checks: findings.map((finding) => ({ ...finding })),
	};
}

/** Lines in a fixed-width font, with frames. */
function tableOf(findings: Finding[]): string {
	const rows = findings.map(({ check, status, what, todo }): [string, string, string[]] => [
		MARKS[status],
		LABELS[check] ?? check,
		[...wrapped(what), ...(todo === null ? [] : wrapped(`→ ${todo}`))],
	]);
	const marks = Math.max(...rows.map(([mark]) => mark.length));
	const labels = Math.max(...rows.map(([, label]) => label.length));
	const rule = (left: string, middle: string, right: string) =>
		left + [marks, labels, WIDTH].map((width) => '─'.repeat(width + 2)).join(middle) + right;
	const lines = rows.flatMap(([mark, label, texts]) =>
		texts.map((text, index) => {
			const cells = [
				(index === 0 ? mark : '').padEnd(marks),
				(index === 0 ? label : '').padEnd(labels),
				text.padEnd(WIDTH),
			];
			return `│ ${cells.join(' │ ')} │`;
		}),
	);
	return [rule('┌', '┬', '┐'), ...lines, rule('└', '┴', '┘')].join('\n');
}

/** A text in lines of the column's width. A longer word, for instance a URL, is broken. */
function wrapped(text: string): string[] {
	const words = text
		.split(' ')
		.flatMap((word) => word.match(new RegExp(`.{1,${WIDTH}}`, 'gu')) ?? []);
	const lines = [''];
	for (const word of words) {
		const last = lines[lines.length - 1];
		const longer = last === '' ? word : `${last} ${word}`;
		if (longer.length <= WIDTH) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}
