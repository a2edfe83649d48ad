import { MatchingProfiles } from '#profiles';
import { contextOf, type PairScore, scorePair } from '#scoring';
import { Injectable } from '@nestjs/common';
import { PeopleRepository } from '../persistence/people.repository.js';
import { withFreePlaces, withStanding } from '../persistence/person.mapper.js';
import { LoadSnapshot } from './load-snapshot.js';
import type { RunView } from './run.view.js';

/** Two people of a run's round. */
export interface PairOfRun {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** Scores a pair under a run's settings, as the two are now. */
@Injectable()
export class ScorePairNow {
  constructor(
    private readonly people: PeopleRepository,
    private readonly profiles: MatchingProfiles,
    private readonly snapshots: LoadSnapshot,
  ) {}

  /** Null when one of the two is not in the round, or has no profile. */
  async execute(
    run: Pick<RunView, 'cohortId' | 'parameters' | 'publishedAt'>,
    { menteeId, mentorId }: PairOfRun,
    programId: string,
  ): Promise<PairScore | null> {
    const participationIds = [menteeId, mentorId];
    const rows = await this.people.load({ programId, cohortId: run.cohortId, participationIds });
    const { mentees, mentors } = await this.profiles.load(programId, {
      participationIds,
      includePaused: true,
    });
    const menteeRow = rows.find(({ id }) => id === menteeId);
    const mentorRow = rows.find(({ id }) => id === mentorId);
    const mentee = mentees.find(({ id }) => id === menteeId);
    const mentor = mentors.find(({ id }) => id === mentorId);
    if (menteeRow === undefined || mentorRow === undefined || mentee === undefined || mentor === undefined)
      return null;
    const context = await this.snapshots.context(programId, run.parameters);
    // What came of the run itself must not count as a reason against its pairs.
    const before = context.acquaintances.filter(({ live }) => !live || run.publishedAt === null);
    return scorePair(
      withStanding(mentee, menteeRow),
      withFreePlaces(mentor, mentorRow),
      contextOf({ ...context, acquaintances: before }),
    );
  }
}
