#!/usr/bin/env node
// Measures: `node scripts/bench.mjs assignment --json`. What there is to measure: docs/benchmarks.md.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureReady, root } from './ensure-ready.mjs';

const name = process.argv[2] ?? '';
if (!/^[a-z]+$/.test(name) || !existsSync(join(root, 'bench', `${name}.ts`))) {
  process.stderr.write('usage: npm run -s bench:<name> -- [options], see docs/benchmarks.md\n');
  process.exit(2);
}
await ensureReady({ quietUnlessWorking: true });
process.argv.splice(2, 1);
await import(`../dist/bench/${name}.js`);
