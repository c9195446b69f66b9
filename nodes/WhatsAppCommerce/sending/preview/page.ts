import type { Picture } from './canvas';

/**
 * A page that n8n's editor displays: the picture as a background and its photos above it, since a
 * picture in a page cannot load other files.
 *
 * @param picture the SVG document in base64
 */
export function pageOf({ width, height, photos }: Picture, picture: string): string {
	const background = `background:url(data:image/svg+xml;base64,${picture})`;
	const images = photos.map(
		({ url, ...at }) =>
			`<img src="${url}" style="position:absolute;left:${at.left}px;top:${at.top}px;width:${at.width}px;height:${at.height}px;object-fit:cover;border-radius:10px">`,
	);
	return `<div style="position:relative;width:${width}px;height:${height}px;${background}">${images.join('')}</div>`;
}
