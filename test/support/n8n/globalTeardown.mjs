export default async function globalTeardown() {
	await globalThis.stopE2eHost();
}
