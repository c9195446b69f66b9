export { installN8nHost } from './n8nHost.mjs';
export { installProject, installSandbox } from './packages.mjs';
export { buildPhonePage } from './phonePage.mjs';
