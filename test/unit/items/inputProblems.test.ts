import { InputProblems } from '../../../nodes/WhatsAppCommerce/items/inputProblems';

it('counts what stands behind "and more" as well', () => {
	const problems = [
		{ field: 'Header Text', sentence: 'Header Text is empty.' },
		{ field: 'The message', sentence: 'And 280 more.', count: 280 },
	];
	const error = new InputProblems({ parameters: {} } as never, problems, 0, true);
	expect(error.message).toBe('281 things must be changed [item 0]');
});
