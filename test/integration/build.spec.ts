import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from '../../scripts/lib/build.mjs';

const root = join(import.meta.dirname, '../..');

describe('a build', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'rapport-build-'));
    const settings = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
    ];
    for (const name of ['apps', 'libs', 'bench', 'dist', ...settings])
      cpSync(join(root, name), join(copy, name), { recursive: true });
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it('is known as done, so that no command builds again', () => {
    expect(isBuilt(copy)).toBe(true);
  });

  it('is wanted again after a change, or when a file is lost', () => {
    const source = join(copy, 'libs/kernel/src/clock.ts');
    expect(existsSync(source)).toBe(true);
    writeFileSync(source, '// Changed.\n', { flag: 'a' });
    expect(isBuilt(copy)).toBe(false);
    cpSync(join(root, 'libs/kernel/src/clock.ts'), source);
    expect(isBuilt(copy)).toBe(true);
    rmSync(join(copy, 'dist/libs/kernel/src/clock.js'));
    expect(isBuilt(copy)).toBe(false);
  });
});
