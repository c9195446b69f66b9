import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where `npm run build:phone` in sandbox/ puts the page. */
export function builtPage(): string {
	const folder = path.resolve(process.cwd(), 'sandbox/phone/dist');
	if (!existsSync(path.join(folder, 'index.html')))
		throw new Error('The phone page is not built. Run: npm run build:phone --prefix sandbox');
	return folder;
}
