import { FreeRows } from '../free-rows.js';
import { indexById } from '../people-index.js';
import type { AssignmentProblem, PairOfIds } from '../problem.js';
import type { AssignedPair } from '../result.js';
import { NOBODY, Preferences } from './preferences.js';

/** Anybody is better than a free place. */
const FREE = NOBODY;

/** A person without a place that is in question: nobody is better. */
const SETTLED = Infinity;

/** Where a scan stands when it finds a pair that blocks. */
export interface BlockingHit {
  readonly mentee: number;
  readonly mentor: number;
  readonly score: number;
  /**
   * What the two would gain together: for each the score of the pair less that of the least partner they have, `0` for
   * a free place. The mentor's part leaves out what the wish put into the score.
   */
  readonly gain: number;
}

/**
 * Looks at pairs and finds those that block a matching: both would rather have each other than the least of the people
 * whom they have, or than a place that stays free. Locked pairs and the places that they take are not in question.
 */
export class BlockingScan {
  /** Least key among those whom each mentee has. */
  private readonly menteeLimit: Float64Array;
  /** Least key among those whom each mentor has. */
  private readonly mentorLimit: Float64Array;
  private readonly menteeScore: Int32Array;
  private readonly mentorPoints: Int32Array;
  private readonly given: ReadonlyMap<number, readonly number[]>;
  private readonly rows: FreeRows;
  private readonly preferences: Preferences;

  constructor(
    private readonly problem: AssignmentProblem,
    pairs: readonly AssignedPair[],
  ) {
    const { mentees, mentors } = problem;
    this.preferences = new Preferences(problem);
    this.rows = new FreeRows(problem);
    this.menteeLimit = new Float64Array(mentees.length).fill(SETTLED);
    this.mentorLimit = new Float64Array(mentors.length).fill(SETTLED);
    this.menteeScore = new Int32Array(mentees.length);
    this.mentorPoints = new Int32Array(mentors.length);
    this.given = this.readPairs(pairs);
  }

  /** @param raw the scores of a mentee as the problem gives them; holds `-1` for what is not free afterwards */
  scan(mentee: number, raw: Int32Array, found: (hit: BlockingHit) => void): void {
    this.rows.exclude(mentee, raw);
    const limit = this.menteeLimit[mentee] as number;
    if (limit === SETTLED) return;
    const { problem, preferences } = this;
    const { length } = problem.mentors;
    // Short of this score nobody is better who was not asked for.
    const least = Math.max(0, Math.floor(limit / length));
    const wished = preferences.wishedBy(mentee);
    for (let mentor = 0; mentor < length; mentor++)
      if ((raw[mentor] as number) >= least && !wished.includes(mentor))
        this.look(mentee, mentor, raw[mentor] as number, found);
    for (const mentor of wished)
      if ((raw[mentor] as number) >= 0) this.look(mentee, mentor, raw[mentor] as number, found);
  }

  private look(mentee: number, mentor: number, score: number, found: (hit: BlockingHit) => void): void {
    const { preferences } = this;
    if (preferences.menteeKey(mentee, mentor, score) <= (this.menteeLimit[mentee] as number)) return;
    const key = preferences.mentorKey(mentee, mentor, score);
    if (key <= (this.mentorLimit[mentor] as number)) return;
    if (this.given.get(mentee)?.includes(mentor) === true) return;
    const menteeGain = score - (this.menteeScore[mentee] as number);
    const mentorGain = preferences.pointsOf(key) - (this.mentorPoints[mentor] as number);
    found({ mentee, mentor, score, gain: menteeGain + mentorGain });
  }

  private readPairs(pairs: readonly AssignedPair[]): ReadonlyMap<number, readonly number[]> {
    const { problem, menteeLimit, mentorLimit } = this;
    const menteeAt = indexById(problem.mentees);
    const mentorAt = indexById(problem.mentors);
    const need = Int32Array.from(problem.mentees, ({ demand = 1 }) => demand);
    const room = Int32Array.from(problem.mentors, ({ capacity }) => capacity);
    const given = new Map<number, number[]>();
    const indices = (pair: PairOfIds): [number, number] => [
      menteeAt.get(pair.menteeId) ?? 0,
      mentorAt.get(pair.mentorId) ?? 0,
    ];
    for (const pair of pairs) {
      const [mentee, mentor] = indices(pair);
      need[mentee] = (need[mentee] as number) - 1;
      room[mentor] = (room[mentor] as number) - 1;
      if (pair.locked) continue;
      const menteeKey = this.preferences.menteeKey(mentee, mentor, pair.score);
      const mentorKey = this.preferences.mentorKey(mentee, mentor, pair.score);
      if (menteeKey < (menteeLimit[mentee] as number)) {
        menteeLimit[mentee] = menteeKey;
        this.menteeScore[mentee] = pair.score;
      }
      if (mentorKey < (mentorLimit[mentor] as number)) {
        mentorLimit[mentor] = mentorKey;
        this.mentorPoints[mentor] = this.preferences.pointsOf(mentorKey);
      }
      const list = given.get(mentee);
      if (list === undefined) given.set(mentee, [mentor]);
      else list.push(mentor);
    }
    need.forEach((left, mentee) => {
      if (left <= 0) return;
      menteeLimit[mentee] = FREE;
      this.menteeScore[mentee] = 0;
    });
    room.forEach((left, mentor) => {
      if (left <= 0) return;
      mentorLimit[mentor] = FREE;
      this.mentorPoints[mentor] = 0;
    });
    return given;
  }
}
