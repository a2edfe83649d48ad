import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLine, measure } from '../../support/measure.js';

interface Comparison {
  readonly rows: readonly { readonly instance: string }[];
  readonly versions: object;
  readonly missing: object;
}

describe('the measurements', () => {
  let empty = '';
  beforeAll(async () => {
    empty = await mkdtemp(join(tmpdir(), 'rapport-no-programs-'));
    // Builds with all programs at hand, if there is anything to build.
    await measure(['assignment', '--help'], process.env['PATH'] ?? '');
  }, 120_000);
  afterAll(() => rm(empty, { recursive: true, force: true }));

  it('compare solvers, and say which ones are missing', async () => {
    const names = ['12x6', '13x6-contested', '13x6-popular', '20x10-restricted'];
    const { code, out } = await measure(
      ['assignment', '--json', '--sizes', names.join(','), '--runs', '1'],
      empty,
    );
    expect(code).toBe(0);
    expect(out).toContain('install python3-scipy');
    expect(out).toContain('install g++ and liblemon-dev');
    for (const name of names) expect(out).toMatch(new RegExp(`^${name} `, 'mu'));
    const { rows, versions, missing } = JSON.parse(lastLine(out)) as Comparison;
    expect(rows.map(({ instance }) => instance)).toEqual(names);
    for (const row of rows)
      expect(row).toMatchObject({
        ...{ engine_ms: expect.any(Number), same_optimum: true, munkres_ms: expect.any(Number) },
        ...{ scipy_ms: null, ratio_scipy: null, lemon_ms: null, ratio_lemon: null },
      });
    expect(versions).toMatchObject({ node: process.versions.node, scipy: null, lemon: null });
    expect(Object.keys(missing)).toEqual(['scipy', 'lemon']);
  });

  it('print the table alone without --json', async () => {
    const { code, out } = await measure(['assignment', '--sizes', '12x6', '--peers', 'none'], empty);
    expect(code).toBe(0);
    expect(out).toMatch(/^12x6 /mu);
    expect(lastLine(out)).not.toMatch(/^\{/u);
  });

  it('follow small cohorts from profiles to a proven result, and draw what they cost', async () => {
    const plot = join(empty, 'cost.svg');
    const { code, out } = await measure(
      ['scale', '--json', '--sizes', '30x15,20x10-tight', '--plot', plot],
      empty,
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^20x10-tight /mu);
    const { rows } = JSON.parse(lastLine(out)) as Comparison;
    expect(rows).toMatchObject([
      { instance: '30x15', places: 32, gap: 0, verified: true, peak_mb: expect.any(Number) },
      { instance: '20x10-tight', places: 20, gap: 0, verified: true, stages: expect.any(Object) },
    ]);
    expect(await readFile(plot, 'utf8')).toMatch(/^<svg .*30 × 15.*<\/svg>\n$/su);
  }, 60_000);

  it('match again from an earlier result, and find what a run from nothing finds', async () => {
    const { code, out } = await measure(
      ['rematch', '--json', '--sizes', '40x20', '--moved', '2', '--runs', '1'],
      empty,
    );
    expect(code).toBe(0);
    expect(JSON.parse(lastLine(out))).toMatchObject({
      rows: [{ instance: '40x20', same_worth: true, gap: 0, kept: expect.any(Number) }],
    });
  });

  it.each([
    [['rematch', '--moved', 'many']],
    [['assignment', '--sizes', '12']],
    [['assignment', '--peers', 'nobody']],
    [['assignment', '--fast']],
    [['scale', '--sizes', '1x']],
    [['scale', '--threads', 'two']],
    [['nothing']],
  ])('refuse %j with the usage', async (args) => {
    const { code, out, err } = await measure(args, empty);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.toLowerCase()).toContain('usage: npm run -s bench:');
  });
});
