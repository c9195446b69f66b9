import { DEFAULT_API_VERSION, endOf, versionStatus } from '../../../../shared/graph/apiVersions';
import { type Check, fail, ok, warning } from './finding';

/** Nothing in Meta's API says it, so a person has to look. Facts 5.3. */
export const checkAppMode: Check = () => [
	warning(
		'appLive',
		"Not checked: Meta's API does not say whether the app is live. In development mode no orders of real customers arrive.",
		'Look at App Mode at the top of the Meta app dashboard: it must be Live.',
	),
];

/** Whether the API version of the credential is served, and how long. Facts 7. */
export const checkVersion: Check = ({ apiVersion }) => {
	const check = 'apiVersion';
	const todo = `Choose ${DEFAULT_API_VERSION} as API Version in the credential.`;
	const end = endOf(apiVersion);
	switch (versionStatus(apiVersion, Date.now())) {
		case 'served': {
			const until = end === null ? 'no end is announced' : `it ends on ${end}`;
			return [ok(check, `${apiVersion} is served; ${until}.`)];
		}
		case 'endsSoon':
			return [warning(check, `${apiVersion} ends on ${end}.`, todo)];
		case 'ended':
			return [
				fail(
					check,
					`${apiVersion} has ended: Meta answers as the oldest version that it still serves, and may do so differently.`,
					todo,
				),
			];
		case 'unknown':
			return [warning(check, `"${apiVersion}" is not a version that this package knows.`, todo)];
	}
};
