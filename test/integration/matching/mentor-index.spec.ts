import { Database } from '#database';
import { MatchingModule } from '#matching';
import { jest } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { MentorIndex } from '../../../libs/matching/src/application/mentor-index.js';
import { buildProgram } from '../../support/factories/program.factory.js';
import { startFeatures } from '../../support/feature-module.js';
import type { MovableClock } from '../../support/movable-clock.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';

jest.setTimeout(120_000);

const MINUTE_MS = 60_000;

let database: TestDatabase;
let module: TestingModule;
let clock: MovableClock;
let db: Database;
let index: MentorIndex;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ module, clock } = await startFeatures({
    imports: [MatchingModule],
    database,
    now: new Date('2027-02-01T09:00:00Z'),
    variables: { MENTOR_INDEX_MB: '16' },
  }));
  db = module.get(Database);
  index = module.get(MentorIndex, { strict: false });
});
afterAll(async () => {
  await module.close();
  await database.drop();
});

/** A program with so many mentors. */
async function program(mentors: number): Promise<string> {
  const { id } = await buildProgram(db);
  await db.query(
    `WITH people AS MATERIALIZED (SELECT gen_random_uuid() AS id FROM generate_series(1, $2)),
       accounts AS (INSERT INTO account (id, email, name, time_zone) SELECT id, id || '@example.org', 'Grace', 'UTC' FROM people),
       roles AS (INSERT INTO participation (id, program_id, account_id, role, state, source)
         SELECT id, $1, id, 'mentor', 'active', 'import' FROM people)
     INSERT INTO profile (id, participation_id, program_id, role, time_zone) SELECT id, id, $1, 'mentor', 'UTC' FROM people`,
    [id, mentors],
  );
  return id;
}

describe('the memory of the index of mentors', () => {
  it('keeps programs as long as they fit together, the one asked for longest ago goes first', async () => {
    const [small, large, huge] = [await program(3), await program(4_000), await program(11_000)];
    const first = await index.current(small);
    const second = await index.current(large);
    expect(first.all).toHaveLength(3);
    expect(second.all).toHaveLength(4_000);
    expect(second.bytes).toBeGreaterThan(4_000 * 1_000);
    expect(await index.current(small)).toBe(first);
    // Too large for the memory alone: served all the same, in the place of the others.
    const third = await index.current(huge);
    expect(third.bytes).toBeGreaterThan(16 * 1_048_576);
    expect(await index.current(huge)).toBe(third);
    expect(await index.current(large)).not.toBe(second);
  });

  it('forgets what nobody asked for in half an hour, and reads it anew', async () => {
    const id = await program(2);
    const table = await index.current(id);
    clock.advance(29 * MINUTE_MS);
    expect(await index.current(id)).toBe(table);
    clock.advance(31 * MINUTE_MS);
    await db.query(`DELETE FROM mentor_change`);
    const again = await index.current(id);
    expect(again).not.toBe(table);
    expect(again.all).toHaveLength(2);
  });

  it('reads a program once for all who ask at the same time', async () => {
    const id = await program(600);
    const tables = await Promise.all([1, 2, 3, 4, 5].map(() => index.current(id)));
    expect(new Set(tables).size).toBe(1);
    expect(tables[0]!.all).toHaveLength(600);
  });

  it('works again after the database failed it', async () => {
    const id = await program(5);
    await db.query(`ALTER TABLE profile RENAME TO profile_away`);
    await expect(index.current(id)).rejects.toThrow(/profile/);
    await db.query(`ALTER TABLE profile_away RENAME TO profile`);
    const table = await index.current(id);
    expect(table.all).toHaveLength(5);
    const [one] = table.all;
    await db.query(`UPDATE profile SET capacity = 3 WHERE participation_id = $1`, [one!.mentor.id]);
    await db.query(`ALTER TABLE profile RENAME TO profile_away`);
    await expect(index.current(id)).rejects.toThrow(/profile/);
    await db.query(`ALTER TABLE profile_away RENAME TO profile`);
    expect((await index.current(id)).find(one!.mentor.id)?.freePlaces).toBe(3);
  });
});
