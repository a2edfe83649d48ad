import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import munkres from 'munkres';
import { generateSampleRoster, readTable } from '#roster';
import type { CliIo } from '../../../apps/cli/src/cli-io.js';
import type { MatchReport } from '../../../apps/cli/src/match/report.js';
import { runCli } from '../../../apps/cli/src/run-cli.js';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let folder = '';
const at = (name: string): string => join(folder, name);

async function cli(args: readonly string[], terminal = false): Promise<Run> {
  const said = { out: '', err: '' };
  const io: CliIo = {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    showSummary: terminal,
    showProgress: terminal,
    today: () => '2026-03-02',
  };
  return { code: await runCli(args, io), ...said };
}

const files = (mark = ''): string[] => [
  ...['--mentors', at('mentors.csv'), '--mentees', at('mentees.csv')],
  ...[
    '--out',
    at(`pairs${mark}.csv`),
    '--report',
    at(`report${mark}.json`),
    '--scores',
    at(`scores${mark}.csv`),
  ],
];
const match = (...more: string[]): Promise<Run> => cli(['match', ...files(), ...more]);

const read = (name: string): Promise<string> => readFile(at(name), 'utf8');
const readReport = async (): Promise<MatchReport> => JSON.parse(await read('report.json')) as MatchReport;

/** `mentee mentor` → score, of a file that the command wrote. */
async function readScores(name: string): Promise<Map<string, number>> {
  const { header, rows } = readTable(await read(name)).table;
  expect(header.slice(0, 3)).toEqual(['mentee_id', 'mentor_id', 'score']);
  return new Map(rows.map(({ cells }) => [`${cells[0]} ${cells[1]}`, Number(cells[2])]));
}

/** The best number of pairs and total, from the list of scores alone, by a solver that knows nothing of ours. */
async function peer(pairWeight: number): Promise<{ pairs: number; total: number }> {
  const scores = await readScores('scores.csv');
  const { rows, header } = readTable(await read('mentors.csv')).table;
  const places = rows.flatMap(({ cells }) =>
    new Array<string>(Number(cells[header.indexOf('capacity')])).fill(cells[0] ?? ''),
  );
  const mentees = readTable(await read('mentees.csv')).table.rows.map(({ cells }) => cells[0] ?? '');
  const worth = (mentee: string, mentor: string): number => scores.get(`${mentee} ${mentor}`) ?? -1;
  const costs = mentees.map((mentee) =>
    places.map((mentor) => (worth(mentee, mentor) < 0 ? 0 : -pairWeight - worth(mentee, mentor))),
  );
  const found = munkres(costs)
    .map(([mentee, place]) => worth(mentees[mentee] ?? '', places[place] ?? ''))
    .filter((score) => score >= 0);
  return { pairs: found.length, total: found.reduce((sum, score) => sum + score, 0) };
}

async function writeRoster(mentors: number, mentees: number, seed: string): Promise<void> {
  const sample = generateSampleRoster({ mentors, mentees, seed });
  await writeFile(at('mentors.csv'), sample.mentorsCsv);
  await writeFile(at('mentees.csv'), sample.menteesCsv);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('rapport match', () => {
  it.each([
    [60, 90, 'plenty'],
    [30, 110, 'scarce'],
  ])('finds the optimum of its own scores: %i mentors, %i mentees', async (mentors, mentees, seed) => {
    await writeRoster(mentors, mentees, seed);
    const mostPairs = await (async () => {
      expect(await match('--objective', 'coverage')).toEqual({ code: 0, out: '', err: '' });
      return peer(10_000_000);
    })();
    expect((await readReport()).quality.pairs).toBe(mostPairs.pairs);

    expect((await match('--objective', 'coverage', '--order', 'score')).code).toBe(0);
    expect((await readReport()).quality).toMatchObject(mostPairs);

    expect((await match('--objective', 'total')).code).toBe(0);
    expect((await readReport()).quality.total).toBe((await peer(0)).total);
  });

  it('writes pairs that stand in the list of scores, within every capacity, and accounts for everybody', async () => {
    await writeRoster(40, 80, 'a');
    await match();
    const scores = await readScores('scores.csv');
    const pairs = await readScores('pairs.csv');
    for (const [pair, score] of pairs) expect(scores.get(pair)).toBe(score);
    const report = await readReport();
    const { header, rows } = readTable(await read('mentors.csv')).table;
    for (const { cells } of rows) {
      const taken = [...pairs.keys()].filter((pair) => pair.endsWith(` ${cells[0]}`)).length;
      expect(taken).toBeLessThanOrEqual(Number(cells[header.indexOf('capacity')]));
    }
    const matched = new Set([...pairs.keys()].map((pair) => pair.split(' ')[0]));
    expect(matched.size).toBe(pairs.size);
    expect(pairs.size + report.unmatchedMentees.length).toBe(80);
    for (const one of report.unmatchedMentees)
      expect(one.why).toMatch(/^(The rules leave no mentor: |\d+ mentor)/);
    expect(report.quality).toMatchObject({ pairs: pairs.size, feasiblePairs: scores.size });
    expect(report.certificate).toMatchObject({ gap: 0 });
    expect(report.settings).toMatchObject({ term: { from: '2026-03-02', weeks: 26 }, seed: '1' });
    expect(report.input).toMatchObject({ mentors: 40, mentees: 80, skippedRows: 0 });
    const [first] = readTable(await read('pairs.csv')).table.rows;
    expect(first?.cells[7]).toMatch(/[a-z]{4,}/);
  });

  it('gives the same bytes for the same people in any order, and others for another seed or term', async () => {
    await writeRoster(20, 70, 'b');
    await match('--from', '2026-01-05');
    const names = ['pairs.csv', 'report.json', 'scores.csv'];
    const before = await Promise.all(names.map(read));
    await match('--from', '2026-01-05');
    expect(await Promise.all(names.map(read))).toEqual(before);
    const report = await readReport();
    for (const name of ['mentors.csv', 'mentees.csv']) {
      const [header = '', ...rows] = (await read(name)).trimEnd().split('\r\n');
      await writeFile(at(name), `\uFEFF${[header, ...rows.reverse()].join('\n')}\n`);
    }
    await match('--from', '2026-01-05');
    expect([await read('pairs.csv'), await read('scores.csv')]).toEqual([before[0], before[2]]);
    // Problems name rows, which have moved.
    expect({ ...(await readReport()), problems: [] }).toEqual({ ...report, problems: [] });
    const { hash } = report.input;
    await match('--from', '2026-01-05', '--seed', 'other');
    expect((await read('pairs.csv')) === before[0]).toBe(false);
    await match('--from', '2026-01-05', '--weeks', '27');
    expect((await readReport()).input.hash).not.toBe(hash);
  });

  it('follows weights and rules of a file', async () => {
    await writeRoster(20, 20, 'c');
    const weights = {
      skills: 100,
      goals: 0,
      wishes: 0,
      availability: 0,
      style: 0,
      experience: 0,
      language: 0,
      place: 0,
    };
    await writeFile(at('w.json'), JSON.stringify(weights));
    await writeFile(
      at('r.json'),
      JSON.stringify({ maximumZoneGapHours: null, mustDiffer: ['organisation'] }),
    );
    expect((await match('--weights', at('w.json'), '--rules', at('r.json'))).code).toBe(0);
    const report = await readReport();
    expect(report.settings.weights).toEqual(weights);
    expect(report.settings.rules).toMatchObject({ maximumZoneGapHours: null, floor: true });
    const { header, rows } = readTable(await read('mentors.csv')).table;
    const homes = new Map(rows.map(({ cells }) => [cells[0], cells[header.indexOf('organisation')]]));
    for (const { cells } of readTable(await read('mentees.csv')).table.rows) homes.set(cells[0], cells[6]);
    for (const pair of (await readScores('scores.csv')).keys()) {
      const [mentee, mentor] = pair.split(' ');
      expect(homes.get(mentee)).not.toBe(homes.get(mentor));
    }
  });

  it.each([
    ['{"skills": 50}', /"goals": Give a whole number/],
    ['{"skils": 35}', /"skils": There is no such weight/],
    ['[1]', /must hold one JSON object/],
    ['{', /is not JSON/],
  ])('refuses the weights %s', async (text, message) => {
    await writeRoster(2, 2, 'd');
    await writeFile(at('w.json'), text);
    const run = await match('--weights', at('w.json'));
    expect(run.code).toBe(1);
    expect(run.err).toMatch(message);
  });

  it('refuses unknown rules', async () => {
    await writeRoster(2, 2, 'd');
    await writeFile(at('r.json'), '{"maxZone": 3}');
    expect(await match('--rules', at('r.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('"maxZone"'),
    });
  });

  it('names every bad row and column and writes nothing, unless bad rows are to be skipped', async () => {
    await writeRoster(12, 12, 'e');
    const spoil = async (name: string, from: RegExp, to: string): Promise<void> => {
      await writeFile(at(name), (await read(name)).replace(from, to));
    };
    await spoil('mentors.csv', /(M0002,.*?):\d/, '$1:9');
    await spoil('mentees.csv', /(E0003,[^,]*),[^,]*/, '$1,nobody');
    const run = await match();
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err.trim().split('\n')).toEqual([
      expect.stringMatching(/mentors\.csv, row 3, column "skills_offered": .*:9".* Suggested: ".*:5"\./),
      expect.stringMatching(/mentees\.csv, row 4, column "email": .* Found: "nobody"\./),
    ]);
    expect(await readdir(folder)).toEqual(['mentees.csv', 'mentors.csv']);
    expect(await match('--skip-bad-rows')).toMatchObject({ code: 0, err: '' });
    const report = await readReport();
    expect(report.input).toMatchObject({ mentors: 11, mentees: 11, skippedRows: 2 });
    expect(report.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { list: 'mentors', row: 3, column: 'skills_offered' },
      { list: 'mentees', row: 4, column: 'email' },
    ]);
  });

  it('stops on a missing column also when bad rows are skipped, and on a missing file', async () => {
    await writeRoster(2, 2, 'f');
    await writeFile(at('mentors.csv'), 'name,email\nA,a@b.de\n');
    const run = await match('--skip-bad-rows');
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/mentors\.csv, row 1, column "time_zone": .*missing/);
    await rm(at('mentors.csv'));
    expect(await match()).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no such file or folder'),
    });
  });

  it.each([
    [[], 2],
    [['marry'], 2],
    [['match'], 2],
    [['match', '--bogus'], 2],
    [['match', 'mentors.csv'], 2],
    [['--help'], 0],
    [['match', '--help'], 0],
    [['verify', '-h'], 0],
  ])('ends %j with %i', async (args, code) => {
    const run = await cli(args);
    expect(run.code).toBe(code);
    expect(code === 0 ? run.out : run.err).toMatch(/rapport/);
    expect(code === 0 ? run.err : run.out).toBe('');
  });

  it.each([
    ['--objective', 'best'],
    ['--weeks', '0'],
    ['--weeks', '1.5'],
    ['--from', '2026-02-30'],
    ['--minimum-score', '-1'],
    ['--seed', ''],
  ])('calls %s %s wrong usage', async (flag, value) => {
    await writeRoster(2, 2, 'g');
    expect((await match(`${flag}=${value}`)).code).toBe(2);
  });

  it('does not write an output over an input', async () => {
    await writeRoster(2, 2, 'h');
    expect((await match('--weights', at('pairs.csv'))).code).toBe(2);
  });

  it('leaves nothing half-written when an output has no place', async () => {
    await writeRoster(3, 3, 'i');
    const run = await cli(
      ['match', ...files(), '--scores', join(folder, 'none', 's.csv')].filter((_, i) => i !== 9 && i !== 10),
    );
    expect(run.code).toBe(1);
    expect(await readdir(folder)).toEqual(['mentees.csv', 'mentors.csv']);
  });

  it('takes no name of a folder or a device', async () => {
    await writeRoster(3, 3, 'n');
    const inputs = files().slice(0, 4);
    for (const path of [folder, '/dev/null']) {
      const run = await cli(['match', ...inputs, '--out', path, '--report', at('report.json')]);
      expect(run).toMatchObject({ code: 1, err: `${path} can't be written: it is not a file.\n` });
    }
  });

  it('matches lists with nobody in them', async () => {
    await writeRoster(3, 0, 'j');
    expect(await match()).toEqual({ code: 0, out: '', err: '' });
    expect((await readReport()).quality.pairs).toBe(0);
  });

  it('tells a terminal how far it is and what came out', async () => {
    await writeRoster(5, 5, 'k');
    const run = await cli(['match', ...files()], true);
    expect(run.err).toMatch(/Scoring 100 %.*Matching/s);
    expect(run.out).toMatch(/^\d pairs, \d of 5 mentees unmatched, .* 26 weeks from 2026-03-02/);
  });
});

describe('rapport verify', () => {
  const verify = (...more: string[]): Promise<Run> =>
    cli(['verify', at('report.json'), ...files().slice(0, 4), ...more]);

  it('agrees with what match wrote', async () => {
    await writeRoster(15, 40, 'l');
    await match();
    expect(await verify()).toEqual({ code: 0, out: '', err: '' });
    expect(await verify('--pairs', at('pairs.csv'))).toEqual({ code: 0, out: '', err: '' });
  });

  it('refuses another list of pairs', async () => {
    await writeRoster(15, 40, 'm');
    await match();
    const pairs = await read('pairs.csv');
    for (const other of [pairs.replace(/^((?:.*\r\n)).*\r\n/, '$1'), pairs.replace(/,(\d{4}),/, ',9999,')]) {
      await writeFile(at('pairs.csv'), other);
      expect(await verify('--pairs', at('pairs.csv'))).toMatchObject({
        code: 1,
        err: expect.stringContaining('other pairs'),
      });
    }
  });

  it.each<[string, (report: MatchReport) => unknown]>([
    ['a pair less', (report) => ({ ...report, pairs: report.pairs.slice(1) })],
    [
      'a score',
      (report) => ({ ...report, pairs: report.pairs.map((pair, at) => (at ? pair : { ...pair, score: 1 })) }),
    ],
    ['another total', (report) => ({ ...report, quality: { ...report.quality, total: 1 } })],
    ['no version', (report) => ({ ...report, formatVersion: 1 })],
    ['no pairs', (report) => ({ ...report, pairs: undefined })],
  ])('refuses a report with %s', async (_, change) => {
    await writeRoster(15, 40, 'o');
    await match();
    await writeFile(at('report.json'), JSON.stringify(change(await readReport())));
    expect((await verify()).code).toBe(1);
  });

  it('refuses prices and lists that were changed', async () => {
    await writeRoster(15, 40, 'm');
    await match();
    const report = await read('report.json');
    await writeFile(at('report.json'), report.replace(/"price": \d+/, '"price": 3'));
    expect((await verify()).code).toBe(1);
    await writeFile(at('report.json'), report);
    expect((await verify()).code).toBe(0);
    await writeFile(at('mentees.csv'), (await read('mentees.csv')).replace(/:1/, ':2'));
    expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining('the input hash differs') });
  });
});

describe('every objective', () => {
  it.each(['total', 'stable', 'fair'])('proves %s to the check', async (objective) => {
    await writeRoster(15, 40, 's');
    expect(await match('--objective', objective)).toEqual({ code: 0, out: '', err: '' });
    const report = await readReport();
    expect(report.quality.pairs).toBeGreaterThan(20);
    const check = (): Promise<Run> => cli(['verify', at('report.json'), ...files().slice(0, 4)]);
    expect(await check()).toEqual({ code: 0, out: '', err: '' });
    await writeFile(at('report.json'), JSON.stringify({ ...report, pairs: report.pairs.slice(1) }));
    expect((await check()).code).toBe(1);
  });
});

describe('lists of pairs', () => {
  const asList = (pairs: readonly (readonly [string, string])[]): string =>
    ['mentee_id,mentor_id', ...pairs.map((pair) => pair.join(','))].join('\n');
  const pairsOf = async (): Promise<[string, string][]> =>
    (await readReport()).pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]);

  it('makes what is locked and not what is forbidden, and proves it', async () => {
    await writeRoster(20, 20, 'p');
    await match();
    const [first, second] = await pairsOf();
    const scores = await readScores('scores.csv');
    const free = [...scores.keys()]
      .map((pair) => pair.split(' ') as [string, string])
      .find(([mentee, mentor]) => mentee === second?.[0] && mentor !== second[1]);
    if (first === undefined || second === undefined || free === undefined) throw new Error('too few pairs');
    await writeFile(at('locks.csv'), asList([free]));
    await writeFile(at('forbid.csv'), asList([first]));
    expect((await match('--locks', at('locks.csv'), '--forbid', at('forbid.csv'))).code).toBe(0);
    expect(await pairsOf()).toContainEqual(free);
    expect(await pairsOf()).not.toContainEqual(first);
    expect((await cli(['verify', at('report.json'), ...files().slice(0, 4)])).code).toBe(0);
  });

  it('says which lock contradicts which ban', async () => {
    await writeRoster(5, 5, 'q');
    await writeFile(at('same.csv'), asList([['E0001', 'M0001']]));
    const run = await match('--locks', at('same.csv'), '--forbid', at('same.csv'));
    expect(run).toMatchObject({ code: 1, err: expect.stringContaining('E0001') });
    await writeFile(at('same.csv'), asList([['E0001', 'M0999']]));
    expect(await match('--locks', at('same.csv'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/same\.csv, row 2, column "mentor_id".*M0999/),
    });
  });

  it('adds points for wishes, which verify reads from the report', async () => {
    await writeRoster(20, 20, 'r');
    await match();
    const before = await readScores('scores.csv');
    const [wish] = [...before.keys()];
    await writeFile(at('wishes.csv'), asList([(wish ?? '').split(' ') as [string, string]]));
    expect((await match('--wishes', at('wishes.csv'))).code).toBe(0);
    const after = await readScores('scores.csv');
    expect(after.get(wish ?? '')).toBe((before.get(wish ?? '') ?? 0) + 2000);
    expect([...after].filter(([pair, score]) => score !== before.get(pair))).toHaveLength(1);
    expect((await cli(['verify', at('report.json'), ...files().slice(0, 4)])).code).toBe(0);
  });

  describe('of an earlier round', () => {
    const verify = (): Promise<Run> => cli(['verify', at('report.json'), ...files().slice(0, 4)]);
    const again = (penalty: number, ...more: string[]): Promise<Run> =>
      match('--published', at('earlier.csv'), '--penalty', String(penalty), ...more);

    /** Matches, and then some people leave and others come. */
    beforeEach(async () => {
      await writeRoster(24, 40, 'u');
      await match('--order', 'score');
      await writeFile(at('earlier.csv'), await read('pairs.csv'));
      for (const name of ['mentors.csv', 'mentees.csv']) {
        const [header = '', ...rows] = (await read(name)).trimEnd().split('\r\n');
        await writeFile(at(name), [header, ...rows.slice(5)].join('\r\n'));
      }
    });

    it('stay the more of them the higher the penalty, and the total falls for no more than it', async () => {
      const told: { kept: number; total: number }[] = [];
      for (const penalty of [0, 300, 10_000]) {
        expect(await again(penalty, '--order', 'score')).toEqual({ code: 0, out: '', err: '' });
        expect(await verify()).toEqual({ code: 0, out: '', err: '' });
        const { earlier, quality } = await readReport();
        expect(earlier?.pairs).toBe(readTable(await read('earlier.csv')).table.rows.length);
        told.push({ kept: earlier?.kept ?? 0, total: quality.total });
      }
      const [none, some, all] = told;
      if (none === undefined || some === undefined || all === undefined) throw new Error('three runs');
      expect(none.kept).toBeLessThan(some.kept);
      expect(some.kept).toBeLessThan(all.kept);
      expect(none.total).toBeGreaterThan(some.total);
      expect(none.total - some.total).toBeLessThanOrEqual(300 * (some.kept - none.kept));
      const shown = await cli(
        ['match', ...files(), '--published', at('earlier.csv'), '--penalty', '10000', '--order', 'score'],
        true,
      );
      expect(shown.out).toMatch(new RegExp(`, ${all.kept} of \\d+ earlier pairs stay`));
    });

    it('are part of what is checked', async () => {
      await again(300);
      const report = await readReport();
      const { settings, earlier } = report;
      const { published = { pairs: [], penalty: 0 }, ...others } = settings;
      for (const changed of [
        { settings: { ...settings, published: { ...published, penalty: 299 } } },
        { settings: others },
        { settings: { ...settings, published: { penalty: 300 } } },
        { earlier: { pairs: earlier?.pairs, kept: (earlier?.kept ?? 0) + 1 } },
        { earlier: null },
      ]) {
        await writeFile(at('report.json'), JSON.stringify({ ...report, ...changed }));
        expect((await verify()).code).toBe(1);
      }
    });

    it('come with a penalty, and a penalty with them', async () => {
      for (const flags of [
        ['--penalty', '5'],
        ['--published', at('earlier.csv')],
        ['--published', at('earlier.csv'), '--penalty', '10001'],
        ['--published', at('pairs.csv'), '--penalty', '5'],
      ])
        expect((await match(...flags)).code).toBe(2);
    });
  });
});
