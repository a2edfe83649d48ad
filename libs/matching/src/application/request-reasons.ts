import { Clock } from '#kernel';
import { MatchingProfiles } from '#profiles';
import { ProgramQueries, ProgramSkills } from '#programs';
import { contentReasons, createScoringContext, scorePair } from '#scoring';
import { Injectable } from '@nestjs/common';

/** What two people have in common, as each of them may read it. */
export interface RequestReasons {
  readonly forMentee: readonly string[];
  readonly forMentor: readonly string[];
}

const MOST = 3;
const TERM_WEEKS = 26;

/** No rule stands between two people who chose each other. */
const NO_RULES = {
  minimumLanguageLevel: null,
  maximumZoneGapHours: null,
  minimumWeeklyOverlapMinutes: null,
  floor: false,
  excludeReportingLine: false,
  excludeEarlierPartners: false,
} as const;

/** Finds the content reasons of a pair that comes about by a request. */
@Injectable()
export class ReadRequestReasons {
  constructor(
    private readonly clock: Clock,
    private readonly programs: ProgramQueries,
    private readonly skills: ProgramSkills,
    private readonly profiles: MatchingProfiles,
  ) {}

  /** Empty when one of them has no profile. Ids are of participations. */
  async execute(programId: string, mentorId: string, menteeId: string): Promise<RequestReasons> {
    const people = await this.profiles.load(programId, { participationIds: [mentorId, menteeId] });
    const [mentor] = people.mentors;
    const [mentee] = people.mentees;
    if (mentor === undefined || mentee === undefined) return { forMentee: [], forMentor: [] };
    const { goalAreas } = await this.programs.getById(programId);
    const labels = new Map(goalAreas.map(({ key, label }) => [key, label]));
    const context = createScoringContext({
      taxonomy: await this.skills.loadTaxonomy(programId),
      term: { from: this.clock.now().toISOString().slice(0, 10), weeks: TERM_WEEKS },
      rules: NO_RULES,
      goalName: (key) => labels.get(key) ?? key.replaceAll('_', ' '),
    });
    const pair = scorePair(mentee, mentor, context);
    if (!pair.feasible) return { forMentee: [], forMentor: [] };
    return {
      forMentee: contentReasons(pair.contributions, MOST, 'mentee'),
      forMentor: contentReasons(pair.contributions, MOST, 'mentor'),
    };
  }
}
