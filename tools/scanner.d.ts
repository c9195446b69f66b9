/** What `npm run scan` uses of the scanner, which brings no types. */
declare module '@n8n/scan-community-package/scanner/scanner.mjs' {
	/** Globs of the files that are looked at in a repository. */
	export const SOURCE_FILE_PATTERNS: string[];
	export function analyzePackage(
		folder: string,
		patterns: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}
