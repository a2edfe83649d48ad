#!/usr/bin/env node
import { ensureReady } from '../ensure-ready.mjs';

// npm runs scripts in the folder of package.json; paths on the command line are meant from where it was typed.
if (process.env.npm_lifecycle_event === 'rapport' && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD);

await ensureReady({ quietUnlessWorking: true });
await import('../../dist/apps/cli/src/main.js');
