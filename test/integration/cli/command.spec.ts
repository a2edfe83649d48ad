import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSampleRoster } from '#roster';

const COMMAND = join(import.meta.dirname, '../../../scripts/bin/rapport.mjs');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a shell would, with pipes. */
function rapport(cwd: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (err += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
}

describe('the rapport command', () => {
  let folder = '';
  const lists = ['--mentors', 'mentors.csv', '--mentees', 'mentees.csv'];
  const results = ['--out', 'pairs.csv', '--report', 'report.json', '--scores', 'scores.csv'];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-command-'));
    const sample = generateSampleRoster({ mentors: 10, mentees: 15, seed: 'command' });
    await writeFile(join(folder, 'mentors.csv'), sample.mentorsCsv);
    await writeFile(join(folder, 'mentees.csv'), sample.menteesCsv);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is silent in a pipe and leaves the three files, found from where it was called', async () => {
    expect(await rapport(folder, ['match', ...lists, ...results])).toEqual({ code: 0, out: '', err: '' });
    const made = ['mentees.csv', 'mentors.csv', 'pairs.csv', 'report.json', 'scores.csv'];
    expect(await readdir(folder)).toEqual(made);
    const checked = await rapport(folder, ['verify', 'report.json', ...lists, '--pairs', 'pairs.csv']);
    expect(checked).toEqual({ code: 0, out: '', err: '' });
  });

  it('finds files from where npm was called', async () => {
    const env = { npm_lifecycle_event: 'rapport', INIT_CWD: folder };
    expect((await rapport(tmpdir(), ['match', ...lists, ...results], env)).code).toBe(0);
  });

  it('measures itself on made-up people', async () => {
    const { code, out, err } = await rapport(folder, ['bench', '--sizes', '20x10,12x12', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^ +20x10 +\d+ +yes /mu);
    const last = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
    expect(last.rows).toMatchObject([
      { instance: '20x10', gap: 0, total_ms: expect.any(Number), stages: expect.any(Object) },
      { instance: '12x12', gap: 0 },
    ]);
    expect((await rapport(folder, ['bench', '--help'])).out).toContain('Usage: rapport bench');
    for (const bad of [['--sizes', '20'], ['--threads', '0'], ['--quick']])
      expect(await rapport(folder, ['bench', ...bad])).toMatchObject({ code: 2, out: '' });
  });

  it('ends with 1 for bad input and 2 for wrong usage', async () => {
    const bad = await rapport(folder, ['match', ...lists.with(1, 'none.csv'), ...results]);
    expect(bad).toMatchObject({ code: 1, out: '', err: expect.stringContaining('none.csv can') });
    expect((await rapport(folder, ['match', ...lists])).code).toBe(2);
  });
});
