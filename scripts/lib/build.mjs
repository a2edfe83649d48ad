import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { npmCommand } from './dependencies.mjs';
import { runCommand } from './run-command.mjs';

const STAMP = 'dist/.rapport-built';
const SETTINGS = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
];
const SOURCE_FOLDERS = ['apps', 'libs', 'bench'];

/** Whether dist was built from the sources as they are now, and is whole. */
export function isBuilt(root) {
  const stamp = join(root, STAMP);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceHash(root)) return false;
  return missingOutputs(root).length === 0;
}

/** Compiles apps, libs and bench to dist, and leaves nothing there whose source is gone. */
export async function build(root) {
  const hash = sourceHash(root);
  rmSync(join(root, STAMP), { force: true });
  // The compiler trusts its own record: it would not write a lost file again.
  if (missingOutputs(root).length > 0) rmSync(join(root, 'dist/.tsbuildinfo'), { force: true });
  await runCommand(...npmCommand(['run', '--silent', 'build']), { cwd: root });
  removeOrphans(root);
  writeFileSync(join(root, STAMP), hash);
}

/** A digest of everything that a build reads: by content, so that switching branches back and forth builds nothing. */
function sourceHash(root) {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  const sources = SOURCE_FOLDERS.flatMap((folder) => listFiles(join(root, folder)))
    .filter((file) => !file.endsWith('.spec.ts'))
    .sort();
  for (const file of [...SETTINGS.map((name) => join(root, name)).filter(existsSync), ...sources]) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function missingOutputs(root) {
  return compiledSources(root).filter(
    (file) => !existsSync(join(root, 'dist', relative(root, file).replace(/\.ts$/, '.js'))),
  );
}

function compiledSources(root) {
  return SOURCE_FOLDERS.flatMap((folder) => listFiles(join(root, folder))).filter(
    // AssemblyScript is compiled by `npm run generate`.
    (file) => file.endsWith('.ts') && !/(\.spec|\.d)\.ts$|[/\\]assembly[/\\]/.test(file),
  );
}

function removeOrphans(root) {
  for (const file of SOURCE_FOLDERS.flatMap((folder) => listFiles(join(root, 'dist', folder)))) {
    const source = join(root, relative(join(root, 'dist'), file));
    const typeScript = source.replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts');
    if (![source, typeScript].some(existsSync)) rmSync(file);
  }
}

function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === '.vite') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
