// Fails when a package of the product has a licence that we may not ship. `--sbom FILE` also writes a CycloneDX bill of materials.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'PostgreSQL',
  'Zlib',
  'CC-BY-4.0',
  'WTFPL',
  'EUPL-1.1',
  'MIT OR SEE LICENSE IN FEEL-FREE.md',
]);

function isAllowed(licence) {
  if (allowed.has(licence)) return true;
  const parts = licence.replace(/[()]/g, '').split(/ OR /i);
  return parts.some((part) => part.split(/ AND /i).every((one) => allowed.has(one.trim())));
}

/** Old packages name their licence in `licenses`, or only in the text of their LICENSE file. */
function licenceOnDisk(folder) {
  if (!existsSync(join(folder, 'package.json'))) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const named = [license, licenses].flat().map((entry) => (typeof entry === 'object' ? entry?.type : entry));
  if (named.some((entry) => typeof entry === 'string'))
    return named.find((entry) => typeof entry === 'string');
  const file = readdirSync(folder).find(
    (name) =>
      /^licen[cs]e|^readme/i.test(name) &&
      /Permission is hereby granted, free of charge/.test(readFileSync(join(folder, name), 'utf8')),
  );
  return file === undefined ? undefined : 'MIT';
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const refused = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.dev === true || entry.link === true) continue;
  const licence =
    typeof entry.license === 'string'
      ? entry.license.replace(/ \(.*\)$/, '')
      : licenceOnDisk(join(root, path));
  if (typeof licence !== 'string' || !isAllowed(licence))
    refused.push(
      `${path.replace(/^.*node_modules\//, '')}@${entry.version}: ${licence ?? 'no licence named'}`,
    );
}

const at = process.argv.indexOf('--sbom');
if (at > 0)
  writeFileSync(
    process.argv[at + 1],
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
      cwd: root,
      maxBuffer: 1 << 28,
    }),
  );
if (refused.length > 0) {
  process.stderr.write(
    `Licences that we may not ship:\n${refused.map((line) => `  - ${line}`).join('\n')}\n`,
  );
  process.exit(1);
}
process.stdout.write('All licences are ones that we may ship.\n');
