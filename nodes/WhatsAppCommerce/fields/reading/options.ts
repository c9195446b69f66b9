import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** The options of a run by item, forgotten with the run. */
const read = new WeakMap<IExecuteFunctions, Map<number, IDataObject>>();

/**
 * The field `options` of one item, evaluated once for each: n8n evaluates all expressions in it, whichever
 * option is asked for, and a send asks for several of them.
 */
export function readOptions(this: IExecuteFunctions, item: number): Readonly<IDataObject> {
	const ofRun = read.get(this) ?? new Map<number, IDataObject>();
	read.set(this, ofRun);
	const known = ofRun.get(item);
	if (known) return known;
	const options = this.getNodeParameter('options', item, {}) as IDataObject;
	ofRun.set(item, options);
	return options;
}
