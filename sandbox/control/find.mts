import type { Catalog } from '../world/catalog/product.mts';
import { findCustomer, findPhoneNumber, PHONE_NUMBERS } from '../world/shop/world.mts';
import type { Customer, PhoneNumber } from '../world/shop/world.mts';
import type { State } from '../world/state.mts';
import { optionalString } from './body.mts';
import type { Body } from './body.mts';
import { ControlRefusal } from './refusal.mts';

/** Looks up what a control call names, or refuses with a sentence. */

export interface ByKey {
	Params: { key: string };
}

export function customerOf(key: string): Customer {
	const customer = findCustomer(key.replace(/^\+/, ''));
	if (!customer)
		throw new ControlRefusal(
			404,
			`There is no customer with the phone number or user id "${key}".`,
		);
	return customer;
}

export function phoneNumberOf(body: Body): PhoneNumber {
	const id = optionalString(body, 'phoneNumberId', PHONE_NUMBERS[0]?.id ?? '');
	const phoneNumber = findPhoneNumber(id);
	if (!phoneNumber) throw new ControlRefusal(400, `There is no phone number id "${id}".`);
	return phoneNumber;
}

export function catalogOf(state: State, id: string, status: 400 | 404 = 404): Catalog {
	const catalog = state.catalogs.get(id);
	if (!catalog) throw new ControlRefusal(status, `There is no catalog "${id}".`);
	return catalog;
}
