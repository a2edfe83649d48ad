import type { PairOfIds } from '#assignment';
import { Database } from '#database';
import { MentorshipQueries } from '#mentorships';
import { type MatchingPeople, MatchingProfiles, ProfileFields } from '#profiles';
import {
  countingFields,
  type MenteeProfile,
  type MentorProfile,
  type PersonProfile,
  type PlainContext,
} from '#scoring';
import { Injectable } from '@nestjs/common';
import { PeopleRepository } from '../persistence/people.repository.js';
import type { PersonRow } from '../persistence/person.rows.js';
import { obstaclesOf, withFreePlaces, withStanding } from '../persistence/person.mapper.js';
import type { LeftAside, RunParameters, Snapshot } from './match-input.js';
import { distinct, isNoneOf, withoutFreed } from './freed-pairs.js';
import { ProgramVocabulary } from './program-vocabulary.js';

/** Whose snapshot. */
export interface SnapshotOf {
  readonly programId: string;
  readonly cohortId: string;
  readonly parameters: RunParameters;
}

/** People read at a time: between two portions the process answers others. */
const ROWS_AT_ONCE = 3_000;
const PROFILES_AT_ONCE = 750;

/** Reads everything that a run depends on, as it is at one moment. */
@Injectable()
export class LoadSnapshot {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleRepository,
    private readonly profiles: MatchingProfiles,
    private readonly mentorships: MentorshipQueries,
    private readonly vocabulary: ProgramVocabulary,
    private readonly fields: ProfileFields,
  ) {}

  async execute(of: SnapshotOf): Promise<Snapshot> {
    return this.db.transaction(async () => {
      await this.db.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return this.read(of);
    });
  }

  private async read({ programId, cohortId, parameters }: SnapshotOf): Promise<Snapshot> {
    const freed = parameters.rematch?.freed ?? [];
    const rows = withoutFreed(await this.rows({ programId, cohortId }), freed);
    const leftAside: LeftAside[] = [];
    const ready = new Map<string, PersonRow>();
    for (const row of rows) {
      const reasons = obstaclesOf(row);
      // In the middle of a round nobody wonders why those stay who have a mentor.
      const stays = parameters.rematch !== undefined && reasons.includes('has-mentor');
      if (reasons.length === 0) ready.set(row.id, row);
      else if (!stays) leftAside.push({ participationId: row.id, role: row.role, reasons });
    }
    const people = await this.profilesOf(programId, [...ready.keys()]);
    const present = <P extends PersonProfile>(side: readonly P[], role: 'mentor' | 'mentee'): P[] =>
      side.filter(({ id: participationId, paused }) => {
        if (paused === true) leftAside.push({ participationId, role, reasons: ['away'] });
        return paused !== true;
      });
    const mentees = present(people.mentees, 'mentee');
    const mentors = present(people.mentors, 'mentor');
    const here = new Set([...mentees, ...mentors].map(({ id }) => id));
    const both = ({ mentorId, menteeId }: PairOfIds): boolean => here.has(mentorId) && here.has(menteeId);
    const never = [...freed, ...(await this.askedApart(programId))].filter(both);
    const overrides = (await this.overrides(cohortId)).filter(both);
    const pairs = ({ kind }: { kind: string }): PairOfIds[] =>
      overrides
        .filter((override) => override.kind === kind)
        .map(({ mentorId, menteeId }) => ({ mentorId, menteeId }));
    const context = await this.context(programId, parameters);
    return {
      leftAside,
      input: {
        mentees: join(mentees, ready, withStanding),
        mentors: join(mentors, ready, withFreePlaces),
        context: { ...context, acquaintances: context.acquaintances.filter(both) },
        locks: pairs({ kind: 'lock' }).filter(isNoneOf(freed)),
        forbidden: distinct([...pairs({ kind: 'forbid' }), ...never]),
        parameters,
      },
    };
  }

  /** What scoring needs to know beside two people of the program. */
  async context(
    programId: string,
    {
      weights,
      rules,
      termFrom,
      termWeeks,
    }: Pick<RunParameters, 'weights' | 'rules' | 'termFrom' | 'termWeeks'>,
  ): Promise<PlainContext> {
    const needsDays = rules.earlierPartnersMonths != null;
    const pairs = await this.mentorships.listPairs(programId);
    const fields = countingFields(await this.fields.specs(programId), weights);
    return {
      ...(await this.vocabulary.load(programId)),
      acquaintances: pairs.map(({ endedOn, ...pair }) => ({
        ...pair,
        ...(needsDays && endedOn !== null ? { endedOn } : {}),
      })),
      term: { from: termFrom, weeks: termWeeks },
      weights,
      rules,
      ...(fields.length === 0 ? {} : { fields }),
    };
  }

  private async rows(filter: Pick<SnapshotOf, 'programId' | 'cohortId'>): Promise<PersonRow[]> {
    const rows: PersonRow[] = [];
    for (;;) {
      const after = rows.at(-1)?.id ?? null;
      const portion = await this.people.load({ ...filter, after, limit: ROWS_AT_ONCE });
      rows.push(...portion);
      if (portion.length < ROWS_AT_ONCE) return rows;
    }
  }

  private async profilesOf(
    programId: string,
    ids: readonly string[],
  ): Promise<Pick<MatchingPeople, 'mentors' | 'mentees'>> {
    const mentors: MentorProfile[] = [];
    const mentees: MenteeProfile[] = [];
    for (let at = 0; at < ids.length; at += PROFILES_AT_ONCE) {
      const participationIds = ids.slice(at, at + PROFILES_AT_ONCE);
      const people = await this.profiles.load(programId, { participationIds, includePaused: true });
      mentors.push(...people.mentors);
      mentees.push(...people.mentees);
    }
    return { mentors, mentees };
  }

  /** Pairs of which one has asked for another partner are not made again. */
  private async askedApart(programId: string): Promise<PairOfIds[]> {
    return this.db.query<PairOfIds>(
      `SELECT DISTINCT m.mentor_id AS "mentorId", m.mentee_id AS "menteeId" FROM rematch_request q
       JOIN mentorship m ON m.id = q.mentorship_id WHERE q.program_id = $1 AND q.state <> 'withdrawn'`,
      [programId],
    );
  }

  private async overrides(cohortId: string): Promise<(PairOfIds & { readonly kind: string })[]> {
    return this.db.query(
      `SELECT mentor_id AS "mentorId", mentee_id AS "menteeId", kind FROM pair_override WHERE cohort_id = $1
       ORDER BY mentee_id, mentor_id`,
      [cohortId],
    );
  }
}

function join<P extends PersonProfile>(
  side: readonly P[],
  rows: ReadonlyMap<string, PersonRow>,
  more: (person: P, row: PersonRow) => P,
): P[] {
  return side.flatMap((person) => {
    const row = rows.get(person.id);
    return row === undefined ? [] : [more(person, row)];
  });
}
