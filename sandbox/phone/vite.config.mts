import { defineConfig } from 'vite';

/** `vite build phone` in sandbox/: the page that the sandbox serves at `/`. With `vite phone` it runs beside a sandbox at SANDBOX_PORT. */
const sandbox = `http://127.0.0.1:${process.env.SANDBOX_PORT ?? '8490'}`;

export default defineConfig({
	// The package's own icons: a copy elsewhere could end up in the published package.
	publicDir: '../../icons',
	build: {
		target: ['chrome111', 'firefox114', 'safari16.4'],
		// One style sheet and one script: a page this small gains nothing from more requests.
		cssCodeSplit: false,
		modulePreload: { polyfill: false },
		emptyOutDir: true,
	},
	server: { proxy: { '/control': sandbox, '/pictures': sandbox } },
});
