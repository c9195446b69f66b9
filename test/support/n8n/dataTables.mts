import { n8n } from './host.mts';

/** n8n's data tables of the owner, by name. */

type Row = Record<string, string | number | boolean | null>;

const tablesPath = async () => {
	const { id } = await n8n.get<{ id: string }>('/rest/projects/personal');
	return `/rest/projects/${id}/data-tables`;
};

/** Where the rows of a table are; undefined when there is no table of exactly this name. */
async function tablePath(name: string): Promise<string | undefined> {
	const tables = await tablesPath();
	const filter = encodeURIComponent(JSON.stringify({ name }));
	const { data } = await n8n.get<{ data: Array<{ id: string; name: string }> }>(
		`${tables}?filter=${filter}`,
	);
	const found = data.find((table) => table.name === name);
	return found && `${tables}/${found.id}`;
}

async function existingTable(name: string): Promise<string> {
	const path = await tablePath(name);
	if (!path) throw new Error(`There is no data table "${name}".`);
	return path;
}

export async function deleteTable(name: string): Promise<void> {
	const path = await tablePath(name);
	if (path) await n8n.delete(path);
}

export async function addRows(name: string, rows: Row[]): Promise<void> {
	await n8n.post(`${await existingTable(name)}/insert`, { data: rows });
}

/** The rows as they were stored, the oldest first. */
export async function rowsOf(name: string): Promise<Row[]> {
	const { data } = await n8n.get<{ data: Row[] }>(
		`${await existingTable(name)}/rows?sortBy=id:asc`,
	);
	return data;
}

/** Sets values in all rows in which a column holds this value. */
export async function updateRows(
	name: string,
	column: string,
	value: string,
	data: Row,
): Promise<void> {
	await n8n.patch(`${await existingTable(name)}/rows`, {
		filter: { type: 'and', filters: [{ columnName: column, condition: 'eq', value }] },
		data,
	});
}
