import type { FastifyInstance } from 'fastify';
import type { Context } from '../world/context.mts';
import {
	CODE_VERIFICATIONS,
	forgetSettings,
	HEALTHS,
	NAME_STATUSES,
	numberStateOf,
	QUALITIES,
	SAVED_SETTINGS,
	withSaved,
} from '../world/numberState.mts';
import type { NumberState, SettingFlags } from '../world/numberState.mts';
import { findPhoneNumber, PHONE_NUMBERS } from '../world/shop/world.mts';
import type { PhoneNumber } from '../world/shop/world.mts';
import type { State } from '../world/state.mts';
import { bodyOf, oneOf, onlyKnown, optionalBoolean } from './body.mts';
import type { Body } from './body.mts';
import { catalogOf } from './find.mts';
import { ControlRefusal } from './refusal.mts';

interface ById {
	Params: { id: string };
}

/** How the business is set up: what a workflow needs to be right before anything can be sent or arrives. */
export function addSetupRoutes(app: FastifyInstance, context: Context): void {
	app.get('/control/setup', () => show(context.state));

	app.patch('/control/setup', (request) => {
		const { state } = context;
		const body = bodyOf(request);
		onlyKnown(body, ['accountSubscribed', 'accountHealth']);
		const accountHealth = oneOf(body, 'accountHealth', HEALTHS, state.accountHealth);
		const accountSubscribed = optionalBoolean(body, 'accountSubscribed', state.accountSubscribed);
		Object.assign(state, { accountHealth, accountSubscribed });
		// The same as through the Graph API: without a subscription there is no override either (facts 5.3).
		if (!accountSubscribed) state.accountOverride = null;
		return changed(context);
	});

	app.patch<ById>('/control/setup/catalogs/:id', (request) => {
		const { connectedCatalogs: connected } = context.state;
		const { id } = catalogOf(context.state, request.params.id);
		const body = bodyOf(request);
		onlyKnown(body, ['connected']);
		if (optionalBoolean(body, 'connected', connected.has(id))) connected.add(id);
		else connected.delete(id);
		return changed(context);
	});

	app.patch<ById>('/control/setup/numbers/:id', (request) => {
		const number = findPhoneNumber(request.params.id);
		if (!number)
			throw new ControlRefusal(404, `There is no phone number id "${request.params.id}".`);
		const now = numberStateOf(context.state, number.id);
		Object.assign(now, changeOf(bodyOf(request), now));
		return changed(context);
	});
}

function changeOf(body: Body, now: NumberState): NumberState {
	onlyKnown(body, Object.keys(now));
	const savedSettings = oneOf(body, 'savedSettings', SAVED_SETTINGS, now.savedSettings);
	return withSaved(forgetSettings(withoutSettings(body, now), savedSettings), flagsOf(body, now));
}

/** A flag that is set here is saved, as by the switch in WhatsApp Manager (facts 17.3). */
function flagsOf(body: Body, now: NumberState): SettingFlags {
	const flags: SettingFlags = {};
	for (const name of ['cartEnabled', 'catalogVisible'] as const)
		if (body[name] !== undefined) flags[name] = optionalBoolean(body, name, now[name]);
	return flags;
}

function withoutSettings(body: Body, now: NumberState): NumberState {
	return {
		...now,
		registered: optionalBoolean(body, 'registered', now.registered),
		codeVerification: oneOf(body, 'codeVerification', CODE_VERIFICATIONS, now.codeVerification),
		nameStatus: oneOf(body, 'nameStatus', NAME_STATUSES, now.nameStatus),
		quality: oneOf(body, 'quality', QUALITIES, now.quality),
		health: oneOf(body, 'health', HEALTHS, now.health),
		testNumber: optionalBoolean(body, 'testNumber', now.testNumber),
		allowedRecipients: phonesOf(body, now.allowedRecipients),
	};
}

/** Digits, with or without a plus. */
function phonesOf(body: Body, now: string[]): string[] {
	const list = body.allowedRecipients;
	if (list === undefined) return now;
	const isPhone = (value: unknown): value is string =>
		typeof value === 'string' && /^\+?\d{1,15}$/.test(value);
	if (!Array.isArray(list) || !list.every(isPhone))
		throw new ControlRefusal(
			400,
			'"allowedRecipients" must be a list of phone numbers, digits in quotes.',
		);
	return list.map((phone) => phone.replace('+', ''));
}

function changed(context: Context): object {
	context.changes.tell('setup');
	return show(context.state);
}

function show(state: State): object {
	return {
		accountSubscribed: state.accountSubscribed,
		accountHealth: state.accountHealth,
		catalogs: [...state.catalogs.values()].map(({ id, name }) => ({
			id,
			name,
			connected: state.connectedCatalogs.has(id),
		})),
		numbers: PHONE_NUMBERS.map((number) => showNumber(state, number)),
	};
}

function showNumber(state: State, { id, display, verifiedName }: PhoneNumber): object {
	return { id, display, verifiedName, ...numberStateOf(state, id) };
}
