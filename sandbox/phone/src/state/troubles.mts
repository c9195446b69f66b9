import { computed, signal } from '@preact/signals';
import { deleteTroubles, getTroubles, patchTrouble } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import type { Trouble, TroubleValue } from '../api/types.mts';
import { say } from './messages.mts';
import { oneAtATime } from './oneAtATime.mts';

export const troubles = signal<Trouble[] | null>(null);
export const troublesOn = computed(
	() => (troubles.value ?? []).filter(({ value, default: usual }) => value !== usual).length,
);

export const readTroubles = oneAtATime(async () => {
	troubles.value = (await getTroubles()).troubles;
});

export async function setTrouble(name: string, value: TroubleValue): Promise<void> {
	await patchTrouble(name, value).catch((problem: unknown) => say(wordsOf(problem), true));
	await readTroubles();
}

export async function endTroubles(): Promise<void> {
	await deleteTroubles();
	await readTroubles();
}
