import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { fieldsShown } from './operations.mts';

/** The fields of a sample as a table, by the labels that the editor shows. */
export function inputTable(key: string, parameters: IDataObject): string {
	const [resource = '', operation = ''] = key.split('/');
	const fields = fieldsShown(resource, operation, parameters);
	const rows = Object.entries(parameters).flatMap(([name, value]) => rowsOf(fields, name, value));
	return rows.length === 0 ? '' : ['| Field | Value |', '|---|---|', ...rows].join('\n');
}

/** @throws when the editor would not show the field for this sample */
function rowsOf(fields: INodeProperties[], name: string, value: unknown): string[] {
	const field = fields.find((one) => one.name === name);
	if (!field) throw new Error(`There is no field "${name}" here.`);
	if (field.type === 'collection') {
		const inner = (field.options ?? []) as INodeProperties[];
		return Object.entries(value as object).flatMap(([key, one]) => rowsOf(inner, key, one));
	}
	return [`| ${field.displayName} | ${shown(field, value)} |`];
}

function shown({ type, options = [] }: INodeProperties, value: unknown): string {
	if (type === 'resourceLocator') return `By ID: \`${String((value as IDataObject).value)}\``;
	if (type === 'resourceMapper') {
		const values = (value as { value: IDataObject }).value;
		return Object.entries(values)
			.map(([key, one]) => `${key}: ${String(one)}`)
			.join(', ');
	}
	const labels = [value].flat().map((one) => {
		const choice = options.find((option) => 'value' in option && option.value === one);
		return choice?.name ?? (one === true ? 'on' : one === false ? 'off' : String(one));
	});
	return labels.join(', ').replaceAll('\n', '<br>');
}
