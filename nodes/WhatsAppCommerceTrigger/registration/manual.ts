import type { Registration } from './registration';

/** The builder pastes callback URL and verify token in Meta's dashboard: nothing to do here. */
export const manual: Registration = {
	exists: async () => true,
	create: async () => {},
	remove: async () => {},
};
