import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

async function cruise(cwd: string): Promise<Violation[]> {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cli, 'apps', 'libs', 'bench', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  // The exit code is the number of violations; the report is on standard output either way.
  const { stdout } = await run(process.execPath, args, { cwd, maxBuffer: 1 << 28 }).catch(
    (error: unknown) => error as { stdout: string },
  );
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** A copy of the sources, in which violations can be planted without touching the tree. */
function copyOfTheTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'rapport-architecture-'));
  for (const name of ['apps', 'libs', 'bench', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function plant(tree: string, file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

/** What `npm run build` leaves behind: with it, `#lib` could resolve to compiled files that no rule looks at. */
function plantDist(tree: string): void {
  for (const lib of readdirSync(join(tree, 'libs')))
    plant(tree, `dist/libs/${lib}/src/index.js`, 'export {};\n');
}

const planted: readonly {
  readonly name: string;
  readonly rule: string;
  readonly files: Readonly<Record<string, string>>;
}[] = [
  {
    name: 'a circle',
    rule: 'no-circle',
    files: {
      'libs/kernel/src/planted-a.ts': `import { b } from './planted-b.js';\nexport const a = (): number => b();\n`,
      'libs/kernel/src/planted-b.ts': `import { a } from './planted-a.js';\nexport const b = (): number => a();\n`,
    },
  },
  {
    name: 'a circle of types alone',
    rule: 'no-circle',
    files: {
      'libs/kernel/src/planted-c.ts': `import type { D } from './planted-d.js';\nexport interface C { d: D }\n`,
      'libs/kernel/src/planted-d.ts': `import type { C } from './planted-c.js';\nexport interface D { c: C }\n`,
    },
  },
  {
    name: 'an upward arrow from a pure library',
    rule: 'pure-lifecycle',
    files: {
      'libs/lifecycle/src/planted-up.ts': `import type { DatabaseConfig } from '#config';\nexport type Up = DatabaseConfig;\n`,
    },
  },
  {
    name: 'an upward arrow from the platform',
    rule: 'platform-knows-no-feature',
    files: {
      'libs/mail/src/planted-up.ts': `import type { Actor } from '#accounts';\nexport type Up = Actor;\n`,
    },
  },
  {
    name: 'a feature that looks right',
    rule: 'feature-accounts-looks-left',
    files: {
      'libs/accounts/src/planted-right.ts': `import type { ProgramActor } from '#programs';\nexport type Right = ProgramActor;\n`,
    },
  },
  {
    name: 'an import that resolves to nothing',
    rule: 'everything-resolves',
    files: {
      'libs/kernel/src/planted-lost.ts': `import { x } from '#nowhere';\nexport const y: unknown = x;\n`,
    },
  },
  {
    name: 'a feature that reaches the queue through its neighbour',
    rule: 'no-feature-reaches-the-queue',
    files: {
      'libs/accounts/src/planted-queue.ts': `import { checkQueue } from '#planted';\nexport const reach: unknown = checkQueue;\n`,
      'libs/planted/src/index.ts': `import { QUEUE_SCHEMA } from '#queue';\nexport const checkQueue: unknown = QUEUE_SCHEMA;\n`,
    },
  },
  {
    name: 'a pure library that uses Node',
    rule: 'pure-lifecycle',
    files: {
      'libs/lifecycle/src/planted-node.ts': `import { readFileSync } from 'node:fs';\nexport const read: unknown = readFileSync;\n`,
    },
  },
  {
    name: 'a product that needs the measurements',
    rule: 'nothing-needs-the-measurements',
    files: {
      'apps/cli/src/planted-bench.ts': `import { median } from '../../../bench/lib/statistics.js';\nexport const m: unknown = median;\n`,
    },
  },
  {
    name: 'a way round the door of a library',
    rule: 'one-door-for-each-library',
    files: {
      'libs/scoring/src/planted-door.ts': `import { isTimeZone } from '../../availability/src/time-zone.js';\nexport const z: unknown = isTimeZone;\n`,
    },
  },
];

describe('the picture of imports', () => {
  it('has no violation', async () => {
    const violations = await cruise(root);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  }, 60_000);

  for (const built of [false, true]) {
    it(`reports each planted violation ${built ? 'after' : 'before'} a build`, async () => {
      const tree = copyOfTheTree();
      try {
        if (built) plantDist(tree);
        for (const { files } of planted)
          for (const [file, text] of Object.entries(files)) plant(tree, file, text);
        const violations = await cruise(tree);
        for (const { name, rule, files } of planted) {
          const found = violations.some(
            (violation) => violation.rule.name === rule && Object.keys(files).includes(violation.from),
          );
          expect({ name, found }).toEqual({ name, found: true });
        }
      } finally {
        rmSync(tree, { recursive: true, force: true });
      }
    }, 60_000);
  }
});
