interface Choice {
	value: string;
	label: string;
}

interface Described {
	name: string;
	label: string;
	/** One line for the person who uses the switch. */
	explanation: string;
}

/** A switch has exactly two choices, the ordinary one first. */
interface ChoiceTrouble extends Described {
	kind: 'switch' | 'choice';
	choices: readonly Choice[];
	default: string;
}

interface NumberTrouble extends Described {
	kind: 'number';
	min: number;
	max: number;
	unit: string;
	default: number;
}

export type Trouble = ChoiceTrouble | NumberTrouble;
