const { dest, src } = require('gulp');

/**
 * Copies the assets that we ship next to the compiled files: icons, codex files and output schemas.
 * Only these, so that no picture of the docs ends up in the published package.
 */
function buildIcons() {
	return src(['icons/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

exports['build:icons'] = buildIcons;
