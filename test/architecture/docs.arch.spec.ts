import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as lifecycle from '#lifecycle';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const folders = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

/** Words of a page, so that `log` is not found in `catalogue`. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/[^a-z_-]+/i));

describe('the documents', () => {
  it.each(pages)('%s links to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target ?? '');
    const local = links.filter((target) => !/^[a-z]+:/.test(target));
    expect(local.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  it('name every library and every process', () => {
    for (const page of ['README.md', 'docs/architecture.md']) {
      const named = words(read(page));
      expect([...folders('libs'), ...folders('apps')].filter((name) => !named.has(name))).toEqual([]);
    }
  });

  it('name every suite of tests', () => {
    const suites = [...read('jest.config.js').matchAll(/\bsuite\(\s*'([a-z]+)'/g)].map(
      ([, name]) => name ?? '',
    );
    expect(suites.length).toBeGreaterThan(3);
    const named = words(read('docs/testing.md'));
    expect(suites.filter((name) => !named.has(name))).toEqual([]);
  });

  it('name every state of every machine', () => {
    const machines = Object.values(lifecycle).filter((value) => value instanceof lifecycle.StateMachine);
    expect(machines.length).toBeGreaterThan(7);
    // Invitations and publications have no state of their own in the database.
    const shown = machines.filter(({ name }) => !['invitation', 'publication'].includes(name));
    const named = words(read('docs/domain.md'));
    expect(shown.flatMap(({ states }) => states).filter((state) => !named.has(state))).toEqual([]);
  });

  it('have a README that can be read in one go, with the two commands', () => {
    const text = read('README.md');
    expect(text.split('\n').length).toBeLessThanOrEqual(120);
    for (const command of ['npm start', 'npm test']) expect(text).toContain(command);
  });

  it('number each decision once', () => {
    const numbers = readdirSync(join(root, 'docs/adr')).map((file) => file.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
