import { installProject, installSandbox } from './install/everything.mjs';
import { runJest } from './test/runJest.mjs';

/** The tests that compare what they write here. */
const TESTS = ['test/package/operations', 'test/package/samples', 'test/package/events'];

/**
 * `npm run docs:operations`: writes what the documentation says about the nodes. The tables of operations and events come from
 * their descriptions, the samples from what really comes out.
 */
export async function writeDocs() {
	for (const install of [installProject, installSandbox]) await install();
	return await runJest(['--selectProjects', 'package', '--runInBand', ...TESTS], {
		WRITE_DOCS: 'yes',
	});
}
