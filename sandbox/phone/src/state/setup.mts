import { computed, signal } from '@preact/signals';
import { getSetup } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import type { NumberSetup, Setup } from '../api/types.mts';
import { numberOf, openKey } from './chats.mts';
import { say } from './messages.mts';
import { oneAtATime } from './oneAtATime.mts';

/** How the business is set up, which decides what a customer can do in the chat. */
export const setup = signal<Setup | null>(null);

export const readSetup = oneAtATime(async () => {
	setup.value = await getSetup();
});

/** Every change is answered with the whole setup. */
export async function changeSetup(change: Promise<Setup>): Promise<void> {
	try {
		setup.value = await change;
	} catch (problem) {
		say(wordsOf(problem), true);
	}
}

/** The number that the customer of the open chat talks to. */
const openNumber = computed<NumberSetup | undefined>(() => {
	const numbers = setup.value?.numbers ?? [];
	const id = numberOf(openKey.value ?? '');
	return numbers.find((number) => number.id === id) ?? numbers[0];
});

/** Cart off: no cart buttons, so no orders (facts 6.4). */
export const cartIsOn = computed(() => openNumber.value?.cartEnabled ?? true);
export const catalogIsShown = computed(() => openNumber.value?.catalogVisible ?? true);
