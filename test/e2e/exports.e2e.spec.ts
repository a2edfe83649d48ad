import { readTable } from '#roster';
import { jest } from '@jest/globals';
import type request from 'supertest';
import { MatchingWorld, type RunBody } from '../support/matching-world.js';

jest.setTimeout(120_000);

const FORMULA = '=HYPERLINK("https://example.org")';

let world: MatchingWorld;
let run: RunBody;

beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
  await world.populate(3, 5);
  await world.db.query(
    `UPDATE account SET name = $2 WHERE id = (SELECT account_id FROM participation WHERE id = $1)`,
    [world.menteeIds[0], FORMULA],
  );
  run = await world.run(await world.closedCohort());
});
afterAll(() => world.stop());

/** The rows of a CSV file by column. */
function rowsOf({ text }: request.Response): Record<string, string>[] {
  const { table, problems } = readTable(text);
  expect(problems).toEqual([]);
  return table.rows.map(({ cells }) =>
    Object.fromEntries(table.header.map((name, at) => [name, cells[at] ?? ''])),
  );
}

describe('exports', () => {
  it('hold the pairs of a run with their reasons', async () => {
    const { body } = await world.call('get', `/runs/${run.id}/pairs?limit=100`);
    const pairs = body.items as { mentee: { name: string }; mentor: { name: string }; score: number }[];
    const file = await world.call('get', `/runs/${run.id}/pairs-export`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toBe('attachment; filename="pairs.csv"');
    expect(rowsOf(file).map(({ mentee, mentor, score }) => ({ mentee, mentor, score }))).toEqual(
      pairs.map(({ mentee, mentor, score }) => ({
        mentee: mentee.name,
        mentor: mentor.name,
        score: String(score),
      })),
    );
    const [first] = rowsOf(file);
    expect(first!['reasons']!.length).toBeGreaterThan(0);
    const json = await world.call('get', `/runs/${run.id}/pairs-export?format=json`);
    expect(json.headers['content-disposition']).toBe('attachment; filename="pairs.json"');
    expect(json.body).toMatchObject(pairs.map(({ score }) => ({ score, locked: 'no', decision: null })));
  });

  it('hold everybody who is left over, and why', async () => {
    const rows = rowsOf(await world.call('get', `/runs/${run.id}/unmatched-export?format=csv`));
    expect(rows).toHaveLength(2);
    for (const { role, why } of rows) expect([role, why!.length > 20]).toEqual(['mentee', true]);
  });

  it('hold the people of a program, and no formula that a spreadsheet would run', async () => {
    const file = await world.call('get', '/participation-export?role=mentee');
    const rows = rowsOf(file);
    expect(rows.map(({ participationId }) => participationId).sort()).toEqual([...world.menteeIds].sort());
    expect(rows.map(({ name }) => name)).toContain(FORMULA);
    expect(file.text).toContain(`"'=HYPERLINK(""https://example.org"")"`);
    const everybody = await world.call('get', '/participation-export?format=json');
    expect(everybody.body).toHaveLength(9);
  });

  it('hold the runs of a round with their figures, and no formula of a label', async () => {
    const cohortId = (await world.call('get', `/runs/${run.id}`)).body.cohortId as string;
    await world.db.query(`UPDATE match_run SET label = $2 WHERE id = $1`, [run.id, FORMULA]);
    const file = await world.call('get', `/cohorts/${cohortId}/runs-export`);
    const [row, ...others] = rowsOf(file);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ runId: run.id, label: FORMULA, state: 'succeeded', pairs: '3' });
    expect(row).toMatchObject({ unmatchedMentees: '2', menteesWithout: '2' });
    expect(file.text).toContain(`"'=HYPERLINK(""https://example.org"")"`);
    const json = await world.call('get', `/cohorts/${cohortId}/runs-export?format=json`);
    expect(json.body).toMatchObject([{ runId: run.id, label: FORMULA, pairs: 3 }]);
  });

  it('hold names as they are in JSON', async () => {
    const everybody = await world.call('get', '/participation-export?format=json&role=mentee');
    expect((everybody.body as { name: string }[]).map(({ name }) => name)).toContain(FORMULA);
  });

  it('are refused as lists are', async () => {
    const mentee = await world.signIn(world.menteeIds[1]!);
    const home = world.programId;
    for (const path of [
      `/runs/${run.id}/pairs-export`,
      `/runs/${run.id}/unmatched-export`,
      `/cohorts/${(await world.call('get', `/runs/${run.id}`)).body.cohortId as string}/runs-export`,
      '/participation-export',
    ]) {
      expect((await world.call('get', path, { as: mentee })).status).toBe(403);
      expect((await world.call('get', `${path}?format=xlsx`)).status).toBe(422);
    }
    await world.newProgram();
    expect((await world.call('get', `/runs/${run.id}/pairs-export`)).status).toBe(404);
    expect((await world.call('get', `/runs/${run.id}/unmatched-export`)).status).toBe(404);
    world.programId = home;
  });
});
