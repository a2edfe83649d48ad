import { Database } from '#database';
import { ProgramQueries, ProgramSkills } from '#programs';
import { ruleInWords } from '#scoring';
import { Injectable } from '@nestjs/common';
import { RunNotReadyError, RunUnknownError } from '../matching.errors.js';
import {
  type LeftRow,
  type PlaceRow,
  readLeft,
  readPlaces,
  readRules,
  readWants,
  type RuleRow,
  type WantRow,
} from '../persistence/relaxation.rows.js';
import type {
  PlaceRelaxation,
  RecruitRelaxation,
  RelaxationsView,
  RuleRelaxation,
  TryCall,
} from './relaxations.view.js';

/** The settings that turn a rule off. What people say of each other, and what admins say of pairs, no setting does. */
const SETTINGS: Readonly<Record<string, { readonly rules?: object; readonly minScore?: number }>> = {
  'no-shared-language': { rules: { minimumLanguageLevel: null } },
  'time-zone-gap': { rules: { maximumZoneGapHours: null } },
  'too-little-overlap': { rules: { minimumWeeklyOverlapMinutes: null } },
  'no-common-ground': { rules: { floor: false } },
  'reporting-line': { rules: { excludeReportingLine: false } },
  'earlier-partner': { rules: { excludeEarlierPartners: false } },
  'attribute-must-match': { rules: { mustMatch: [] } },
  'attribute-must-differ': { rules: { mustDiffer: [] } },
  'below-minimum': { minScore: 0 },
};

const DAYS: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** Adds up, for all whom a run left over together, what would open somebody to them; from the stored diagnosis, in SQL. */
@Injectable()
export class RelaxationQueries {
  constructor(
    private readonly db: Database,
    private readonly programs: ProgramQueries,
    private readonly skills: ProgramSkills,
  ) {}

  /** @throws RunUnknownError, RunNotReadyError */
  async get(runId: string, programId: string): Promise<RelaxationsView> {
    const [run] = await this.db.query<{ state: string; cohort_id: string }>(
      `SELECT state, cohort_id FROM match_run WHERE id = $1 AND program_id = $2`,
      [runId, programId],
    );
    if (run === undefined) throw new RunUnknownError();
    if (run.state !== 'succeeded') throw new RunNotReadyError(run.state);
    const [left, rules, places, wants, nameOf] = await Promise.all([
      readLeft(this.db, runId),
      readRules(this.db, runId),
      readPlaces(this.db, runId),
      readWants(this.db, runId),
      this.namesOf(programId),
    ]);
    const path = `/v1/programs/${programId}/cohorts/${run.cohort_id}/variants`;
    return {
      mentees: left.mentees,
      rules: rules.map((row) => ruleOf(row, path)),
      places: places.map(placeOf),
      recruit: wants.map((row) => recruitOf(row, left, nameOf)),
    };
  }

  private async namesOf(programId: string): Promise<(want: WantRow) => string> {
    const [{ goalAreas }, taxonomy] = await Promise.all([
      this.programs.getById(programId),
      this.skills.loadTaxonomy(programId),
    ]);
    const goals = new Map(goalAreas.map(({ key, label }) => [key, label]));
    return ({ kind, what }) => {
      if (kind === 'goal') return goals.get(what) ?? what;
      if (kind === 'skill') return taxonomy.get(what)?.name ?? what;
      const [day = '', part = ''] = what.split(' ');
      return `${DAYS[day] ?? day} ${part}`;
    };
  }
}

function ruleOf({ rules, mentees, with_free_places: withFreePlaces }: RuleRow, path: string): RuleRelaxation {
  const which = rules.map((rule) => `who ${ruleInWords(rule)}`).join(' and ');
  const whose = rules.length === 1 ? 'the rule on those' : 'the rules on those';
  return {
    rules,
    words: `Without ${whose} ${which}, ${countOf(mentees, 'mentee')} would have somebody who suits, ${withFreePlaces} of them with a free place.`,
    mentees,
    withFreePlaces,
    tryIt: tryCallOf(rules, path),
  };
}

function tryCallOf(rules: readonly string[], path: string): TryCall | null {
  const parts = rules.map((rule) => SETTINGS[rule]);
  if (parts.some((part) => part === undefined)) return null;
  const lifted = Object.fromEntries(parts.flatMap((part) => Object.entries(part?.rules ?? {})));
  const minScore = parts.find((part) => part?.minScore !== undefined)?.minScore;
  const settings = {
    ...(Object.keys(lifted).length === 0 ? {} : { rules: lifted }),
    ...(minScore === undefined ? {} : { minScore }),
  };
  return {
    method: 'POST',
    path,
    body: { variants: [{ label: `Without ${rules.join(', ')}`.slice(0, 60), settings }] },
  };
}

function placeOf({ mentor_id: participationId, name, mentees, places }: PlaceRow): PlaceRelaxation {
  return {
    mentor: { participationId, name },
    words: `${countOf(places, 'more place')} with ${name} would reach ${countOf(mentees, 'mentee')}.`,
    mentees,
    places,
  };
}

function recruitOf(
  row: WantRow,
  { places_each: each }: LeftRow,
  nameOf: (want: WantRow) => string,
): RecruitRelaxation {
  const mentors = Math.ceil(row.mentees / Math.max(1, each));
  const name = nameOf(row);
  const whom = row.kind === 'time' ? `free on ${name}s` : `for ${name}`;
  return {
    kind: row.kind,
    what: row.what,
    words: `${countOf(mentors, 'more mentor')} ${whom} in ${row.time_zone} would serve ${row.mentees}.`,
    timeZone: row.time_zone,
    mentees: row.mentees,
    mentors,
  };
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
