import { ensureReady, root } from './ensure-ready.mjs';

await ensureReady();
const { runStandalone } = await import('../dist/apps/standalone/src/main.js');
process.exit(await runStandalone(process.env, root));
