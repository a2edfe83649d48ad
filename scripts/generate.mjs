// Writes what is made from the code: docs/openapi.json, docs/problems.md, .env.example, the tables of variables in
// docs/operations.md, the state diagrams of docs/domain.md and the WebAssembly of inner loops. With --check it writes nothing, prints each difference and fails. Needs a build.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileAssembly } from './lib/compile-assembly.mjs';
import { stateDiagrams } from './lib/state-diagrams.mjs';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const dist = (file) => import(new URL(`../dist/${file}`, import.meta.url));

const { configClasses, variablesOf } = await dist('libs/config/src/index.js');
const { describeApi } = await dist('apps/api/src/openapi/describe-api.js');
const { standaloneVariables } = await dist('apps/standalone/src/standalone-options.js');
const lifecycle = await dist('libs/lifecycle/src/index.js');
const { problemType, statusOfKind } = await dist('libs/http/src/index.js');

function variables() {
  return Object.entries(configClasses).map(([concern, type]) => ({
    concern,
    specs: [...variablesOf(type).values()],
  }));
}

function envExample() {
  const lines = ['# Every variable that Rapport reads. Lines with a # in front show the default.', ''];
  for (const { concern, specs } of variables()) {
    lines.push(`# --- ${concern}`);
    for (const spec of specs) {
      lines.push(`# ${spec.about}`);
      const needed = spec.fallback === undefined && spec.optional !== true;
      lines.push(needed ? `${spec.name}=` : `#${spec.name}=${spec.fallback ?? ''}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

function variableTable() {
  const rows = variables().flatMap(({ specs }) =>
    specs.map(
      (spec) =>
        `| \`${spec.name}\` | ${spec.about} | ${spec.fallback === undefined ? (spec.optional === true ? 'not set' : '**required**') : `\`${spec.fallback}\``} |`,
    ),
  );
  return ['| variable | meaning | default |', '|---|---|---|', ...rows].join('\n');
}

function standaloneTable() {
  const rows = standaloneVariables.map(
    ({ name, about, fallback }) => `| \`${name}\` | ${about} | ${fallback} |`,
  );
  return ['| variable | meaning | default |', '|---|---|---|', ...rows].join('\n');
}

function sourcesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.errors.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every error class of the code, from its source: docstring, code and kind. */
function problems() {
  const found = [];
  for (const file of [...sourcesBelow('libs'), ...sourcesBelow('apps/api')]) {
    const text = readFileSync(file, 'utf8');
    const pattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export class (\w+) extends \w+ \{([\s\S]*?)\n\}/g;
    for (const [, doc, name, body] of text.matchAll(pattern)) {
      const code = /readonly code = '([^']+)'/.exec(body)?.[1];
      const kind = /readonly kind = '([^']+)'/.exec(body)?.[1];
      if (code === undefined || kind === undefined)
        throw new Error(`${relative(root, file)}: ${name} needs a literal code and kind`);
      found.push({
        code,
        kind,
        about: doc
          .replace(/^\s*\*\s?/gm, '')
          .replace(/\s+/g, ' ')
          .replace(/@throws.*|@param.*/g, '')
          .trim(),
      });
    }
    const classes = [...text.matchAll(/export class (\w+) extends \w*Error\b/g)].length;
    const documented = [...text.matchAll(pattern)].length;
    if (classes !== documented)
      throw new Error(`${relative(root, file)}: ${classes} error classes, ${documented} with a docstring`);
  }
  const codes = found.map(({ code }) => code);
  const doubled = codes.filter((code, index) => codes.indexOf(code) !== index);
  if (doubled.length > 0) throw new Error(`codes used twice: ${doubled.join(', ')}`);
  return found.sort((a, b) => a.code.localeCompare(b.code));
}

function problemsPage() {
  const rows = problems().map(
    ({ code, kind, about }) => `| \`${code}\` | ${statusOfKind[kind]} | ${about} |`,
  );
  return [
    '# Problems',
    '',
    'Every error of the API is a problem document (RFC 9457, `application/problem+json`): `type`, `title`, `status`, `detail`',
    '(one sentence that says what to do), `code` (stable; match on it, never on text), `requestId`, and where it applies `fields`',
    '(`path`, `message`) and `params`. The type of a code `a.b` is `' + problemType('a.b') + '`.',
    '',
    'This page is made from the code by `npm run generate`.',
    '',
    '| code | status | meaning |',
    '|---|--:|---|',
    ...rows,
    '',
  ].join('\n');
}

/** The page with the text between `<!-- marker -->` and `<!-- /marker -->`. */
function between(file, page, marker, text) {
  const [start, end] = [`<!-- ${marker} -->`, `<!-- /${marker} -->`];
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has no section ${marker}`);
  return `${page.slice(0, from + start.length)}\n\n${text}\n\n${page.slice(to)}`;
}

function operationsPage() {
  const file = 'docs/operations.md';
  const page = between(file, readFileSync(join(root, file), 'utf8'), 'variables', variableTable());
  return between(file, page, 'variables-of-npm-start', standaloneTable());
}

function domainPage() {
  const file = 'docs/domain.md';
  const machines = Object.values(lifecycle).filter((part) => part instanceof lifecycle.StateMachine);
  return between(file, readFileSync(join(root, file), 'utf8'), 'states', stateDiagrams(machines));
}

function firstDifference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const line = now.findIndex((text, index) => text !== old[index]);
  const at = line < 0 ? now.length : line;
  return `line ${at + 1}:\n  - ${old[at] ?? '(end)'}\n  + ${now[at] ?? '(end)'}`;
}

const made = {
  '.env.example': envExample(),
  'docs/domain.md': domainPage(),
  'docs/operations.md': operationsPage(),
  'docs/problems.md': problemsPage(),
  'docs/openapi.json': `${JSON.stringify(await describeApi(), null, 2)}\n`,
  ...(await compileAssembly(root)),
};

let stale = 0;
for (const [file, text] of Object.entries(made)) {
  const path = join(root, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (before === text) continue;
  stale += 1;
  if (check) process.stderr.write(`${file} is stale (npm run generate), ${firstDifference(before, text)}\n`);
  else writeFileSync(path, text);
}
if (!check) process.stdout.write(stale === 0 ? 'Everything was fresh.\n' : `Wrote ${stale} files.\n`);
process.exit(check && stale > 0 ? 1 : 0);
