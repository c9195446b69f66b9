/** n8n's data tables, found by their names as the example workflows find them. */
import { n8n } from './host.mts';

export type Row = Record<string, unknown>;

interface DataTable {
	id: string;
	name: string;
}

/** All rows of a table, the oldest first; none when there is no such table. */
export async function rowsOf(name: string): Promise<Row[]> {
	const tables = await tablesPath();
	const table = await findTable(tables, name);
	if (!table) return [];
	const { data } = await n8n.get<{ data: Row[] }>(`${tables}/${table.id}/rows?sortBy=id:asc`);
	return data;
}

export async function insertRows(name: string, rows: Row[]): Promise<void> {
	const tables = await tablesPath();
	const table = await findTable(tables, name);
	if (!table) throw new Error(`There is no data table "${name}".`);
	await n8n.post(`${tables}/${table.id}/insert`, { data: rows });
}

/** Removes a table with its rows, if there is one. */
export async function removeTable(name: string): Promise<void> {
	const tables = await tablesPath();
	const table = await findTable(tables, name);
	if (table) await n8n.delete(`${tables}/${table.id}`);
}

async function tablesPath(): Promise<string> {
	const { id } = await n8n.get<{ id: string }>('/rest/projects/personal');
	return `/rest/projects/${id}/data-tables`;
}

async function findTable(tables: string, name: string): Promise<DataTable | undefined> {
	const { data } = await n8n.get<{ data: DataTable[] }>(tables);
	return data.find((table) => table.name === name);
}
