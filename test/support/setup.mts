import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core writes an encryption key into the user folder on first use: not into the real one.
process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
// Runs that are meant to fail would fill the screen with n8n's own log.
process.env.N8N_LOG_LEVEL = 'silent';
