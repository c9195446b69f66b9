import { linesOf, oneLine } from './measure';

/** How a text looks. */
export interface Style {
	size: number;
	color: string;
	bold?: boolean;
	/** Its place between the edges; at the start when left out. */
	align?: 'middle' | 'end';
	/** Cut after one line instead of broken into several. */
	single?: boolean;
}

/** A photo on the web, which a drawing links to and does not contain. */
export interface Photo {
	/** Escaped for markup. */
	url: string;
	left: number;
	top: number;
	width: number;
	height: number;
}

/** A finished drawing and its size in pixels. */
export interface Picture {
	svg: string;
	width: number;
	height: number;
	photos: Photo[];
}

const LINE_HEIGHT = 1.35;

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A drawing that grows downwards. */
export class Canvas {
	private readonly shapes: string[] = [];
	private readonly photos: Photo[] = [];
	/** Where the next element goes, in pixels from the top. */
	y = 0;

	/** A text between two edges; the canvas grows by its lines. */
	text(text: string, left: number, right: number, style: Style): void {
		const { size, single } = style;
		const width = right - left;
		const lines = single ? [oneLine(text, size, width)] : linesOf(text, size, width);
		for (const line of lines) {
			this.shapes.push(textElement(line, left, right, this.y + size, style));
			this.y += Math.round(size * LINE_HEIGHT);
		}
	}

	/** A box from `top` to the current `y`, behind everything drawn so far. */
	boxBehind(top: number, left: number, right: number, fill: string): void {
		this.shapes.unshift(box(left, top, right - left, this.y - top, fill));
	}

	/** A photo on a box, or only the box without a web address; `y` stays. */
	photo(url: string | null, left: number, width: number, height: number, fill: string): void {
		this.shapes.push(box(left, this.y, width, height, fill));
		if (url === null || !/^https?:\/\//i.test(url)) return;
		const place = `x="${left}" y="${this.y}" width="${width}" height="${height}"`;
		const href = escaped(url);
		this.shapes.push(`<image ${place} href="${href}" preserveAspectRatio="xMidYMid slice"/>`);
		this.photos.push({ url: href, left, top: this.y, width, height });
	}

	line(left: number, right: number, color: string): void {
		this.shapes.push(`<path d="M${left} ${this.y}H${right}" stroke="${color}"/>`);
	}

	/** The drawing as an SVG document that ends at the current `y`. */
	picture(width: number, background: string, title: string): Picture {
		const size = `width="${width}" height="${this.y}" viewBox="0 0 ${width} ${this.y}"`;
		const svg = [
			`<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Helvetica, Arial, 'Noto Sans', sans-serif">`,
			`<title>${escaped(title)}</title>`,
			`<rect width="100%" height="100%" fill="${background}"/>`,
			...this.shapes,
			'</svg>',
		].join('\n');
		return { svg, width, height: this.y, photos: this.photos };
	}
}

const box = (left: number, top: number, width: number, height: number, fill: string) =>
	`<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="10" fill="${fill}"/>`;

function textElement(
	line: string,
	left: number,
	right: number,
	baseline: number,
	{ size, color, bold, align }: Style,
): string {
	const isRightToLeft = RIGHT_TO_LEFT.test(line);
	const startsAt = isRightToLeft ? right : left;
	const x = { middle: (left + right) / 2, end: right, start: startsAt }[align ?? 'start'];
	const look = `font-size="${size}" fill="${color}"${bold ? ' font-weight="bold"' : ''}`;
	const place = `x="${x}" y="${baseline}"${align ? ` text-anchor="${align}"` : ''}`;
	return `<text ${place} ${look}${isRightToLeft ? ' direction="rtl"' : ''}>${escaped(line)}</text>`;
}

/** Text for XML, without the control characters that no XML document may hold. */
function escaped(text: string): string {
	return text
		.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');
}
