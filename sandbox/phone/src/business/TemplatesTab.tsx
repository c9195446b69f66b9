import type { Template, TemplateComponent, TemplateStatus } from '../api/types.mts';
import { Empty } from '../parts/Empty.tsx';
import { reviewTemplate, templates } from '../state/templates.mts';
import { Disclosure } from './Disclosure.tsx';

const KINDS: Record<Template['kind'], string> = {
	mpm: 'Product list',
	spm: 'One product',
	catalog: 'Catalog',
	carousel: 'Product cards',
	other: 'No products',
};

const STATUSES: Record<TemplateStatus, string> = {
	PENDING: 'In review',
	APPROVED: 'Approved',
	REJECTED: 'Rejected',
	PAUSED: 'Paused',
	DISABLED: 'Disabled',
};

/** The message templates and their review, which can take a day at Meta and is a choice here. */
export function TemplatesTab() {
	const list = templates.value;
	if (list?.length === 0) {
		return (
			<Empty icon="note" title="There is no template">
				<p>Create one with POST /message_templates; it then waits here for its review.</p>
			</Empty>
		);
	}
	return (
		<>
			<p class="panel-tools panel-hint">
				Only approved templates can be sent. New ones wait here for you to review them.
			</p>
			<ul class="records">
				{list?.map((template) => (
					<Row key={template.id} template={template} />
				))}
			</ul>
		</>
	);
}

function Row({ template }: { template: Template }) {
	const { id, name, language, category, kind, status, components } = template;
	return (
		<li class="record" data-template={`${name} ${language}`}>
			<Disclosure
				head={
					<>
						<strong class="record-title">{name}</strong>
						<span class={`chip chip-${status === 'APPROVED' ? 'good' : 'odd'}`}>
							{STATUSES[status]}
						</span>
						<span class="record-line">
							{KINDS[kind]} · {language} · {category.toLowerCase()}
						</span>
					</>
				}
			>
				<div class="template-preview">
					<Preview components={components} />
				</div>
				<label class="field">
					<span>Review</span>
					<select
						value={status}
						onChange={({ currentTarget }) =>
							void reviewTemplate(id, currentTarget.value as TemplateStatus)
						}
					>
						{Object.entries(STATUSES).map(([value, words]) => (
							<option key={value} value={value}>
								{words}
							</option>
						))}
					</select>
				</label>
			</Disclosure>
		</li>
	);
}

/** The template's text with its variables not filled in. */
function Preview({ components }: { components: TemplateComponent[] }) {
	return <>{components.map(part)}</>;
}

function part(component: TemplateComponent, index: number) {
	switch (component.type) {
		case 'HEADER':
			return (
				<p key={index} class="card-title">
					{component.text ?? `(${component.format.toLowerCase()})`}
				</p>
			);
		case 'BODY':
			return <p key={index}>{component.text}</p>;
		case 'FOOTER':
			return (
				<p key={index} class="panel-hint">
					{component.text}
				</p>
			);
		case 'BUTTONS':
			return (
				<p key={index} class="template-buttons">
					{component.buttons.map(({ type, text, url }) => (
						<span key={type} class="tag">
							{[text ?? type, url].filter(Boolean).join(' → ')}
						</span>
					))}
				</p>
			);
		case 'CAROUSEL':
			return (
				<div key={index} class="template-card">
					<p class="panel-hint">Each card:</p>
					<Preview components={component.cards[0]?.components ?? []} />
				</div>
			);
	}
}
