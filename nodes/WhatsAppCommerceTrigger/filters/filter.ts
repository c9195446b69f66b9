import type { IDataObject } from 'n8n-workflow';

import { isBlank, splitSkus, trimmed } from '../../shared/payload/text';
import type { TriggerEvent } from '../events/event';

/** Whether an event stays. What it is not about stays too. */
export type Filter = (event: TriggerEvent) => boolean;

/** What a filter file exports: nothing when the builder gave nothing to filter by. */
export type FilterMaker = (options: IDataObject) => Filter | undefined;

/** A list as a builder gives it: with commas, semicolons, tabs or new lines, or as a list from an expression. */
export function listOf(given: unknown): string[] {
	return [given]
		.flat()
		.flatMap((one) =>
			typeof one === 'string' ? splitSkus(one) : Number.isSafeInteger(one) ? [String(one)] : [],
		);
}

/** Phone numbers compare by their digits, however they are written. */
export const digitsOf = (text: string | null): string => (text ?? '').replace(/\D/g, '');

/** Empty when there is nothing but blanks. */
export const textOf = (given: unknown): string =>
	typeof given === 'string' && !isBlank(given) ? trimmed(given) : '';
