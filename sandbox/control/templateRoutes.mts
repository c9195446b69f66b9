import type { FastifyInstance } from 'fastify';
import type { Context } from '../world/context.mts';
import { kindOf, TEMPLATE_STATUSES } from '../world/templates/template.mts';
import type { Template } from '../world/templates/template.mts';
import { bodyOf, oneOf, onlyKnown } from './body.mts';
import { ControlRefusal } from './refusal.mts';

/** Meta's side of the templates: their review, and every later change of status. */
export function addTemplateRoutes(app: FastifyInstance, context: Context): void {
	app.get('/control/templates', () => [...context.state.templates.values()].map(show));

	app.patch<{ Params: { id: string } }>('/control/templates/:id', (request) => {
		const template = context.state.templates.get(request.params.id);
		if (!template) throw new ControlRefusal(404, `There is no template "${request.params.id}".`);
		const body = bodyOf(request);
		onlyKnown(body, ['status']);
		template.status = oneOf(body, 'status', TEMPLATE_STATUSES, template.status);
		context.changes.tell('templates');
		return show(template);
	});
}

function show(template: Template): object {
	return { ...template, kind: kindOf(template.components) };
}
