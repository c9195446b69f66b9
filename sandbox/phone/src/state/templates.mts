import { signal } from '@preact/signals';
import { getTemplates, patchTemplate } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import type { Template, TemplateStatus } from '../api/types.mts';
import { say } from './messages.mts';
import { oneAtATime } from './oneAtATime.mts';

export const templates = signal<Template[] | null>(null);

export const readTemplates = oneAtATime(async () => {
	templates.value = await getTemplates();
});

export async function reviewTemplate(id: string, status: TemplateStatus): Promise<void> {
	await patchTemplate(id, status).catch((problem: unknown) => say(wordsOf(problem), true));
	await readTemplates();
}
