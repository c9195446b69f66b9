import { Lanes } from '../../../nodes/shared/graph/sending/lanes';

it('a recipient whose work was given up is like a new one', () => {
	const lanes = new Lanes<string>();
	lanes.add('a', 'first');
	lanes.add('b', 'busy');
	expect(lanes.take(0)?.work).toBe('first');
	lanes.again('a', 1_000);
	expect(lanes.take(0)?.work).toBe('busy');
	expect(lanes.drain()).toEqual(['first']);
	lanes.add('a', 'later');
	// A recipient that is busy keeps its own: whoever took it gives it back.
	lanes.add('b', 'next');
	expect(lanes.drain()).toEqual(['later']);
	lanes.done('b');
	expect(lanes.take(0)?.work).toBe('next');
});
