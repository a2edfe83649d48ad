import { type AssignedPair, type AssignmentProblem, INFEASIBLE } from '#assignment';
import {
  contextOf,
  type PlainContext,
  type ScoringContext,
  scorePair,
  strengthOf,
  type StrengthScale,
} from '#scoring';
import type { PeopleOfBothSides } from './engine-input.js';
import type { FoundPair } from './engine-output.js';
import type { Standing } from './standing-input.js';

/** Pairs to be explained: plain data, to be handed between threads. */
export interface ToExplain {
  readonly pairs: readonly AssignedPair[];
  readonly standing: Standing;
  readonly context: PlainContext;
  readonly scale: StrengthScale | null;
}

/** Says what the scores of pairs are made of, with a word for each where the cohort is large enough for words. */
export class Explainer {
  private readonly context: ScoringContext;
  private readonly menteeOf: ReadonlyMap<string, number>;
  private readonly mentorOf: ReadonlyMap<string, number>;

  /** @param problem the people by position */
  constructor(
    readonly task: ToExplain,
    private readonly people: PeopleOfBothSides,
    problem: Pick<AssignmentProblem, 'mentees' | 'mentors'>,
  ) {
    const { mentees, mentors } = task.standing;
    if (people.mentees.length !== mentees.length || people.mentors.length !== mentors.length)
      throw new Error('Not all people are there.');
    this.context = contextOf(task.context);
    this.menteeOf = sourceIndices(problem.mentees, task.standing.mentees);
    this.mentorOf = sourceIndices(problem.mentors, task.standing.mentors);
  }

  /** The pairs `from … to − 1`. The reasons of thousands take more memory than all the rest: ask for some at a time. */
  explain(from: number, to: number): FoundPair[] {
    return this.task.pairs.slice(from, to).map((pair) => this.explained(pair));
  }

  private explained({ menteeId, mentorId, score, locked }: AssignedPair): FoundPair {
    const mentee = this.people.mentees.at(this.menteeOf.get(menteeId) ?? NOBODY);
    const mentor = this.people.mentors.at(this.mentorOf.get(mentorId) ?? NOBODY);
    const found =
      mentee === undefined || mentor === undefined ? null : scorePair(mentee, mentor, this.context);
    return {
      menteeId,
      mentorId,
      score,
      locked,
      strength: score === INFEASIBLE ? null : strengthOf(score, this.task.scale),
      contributions: found?.feasible === true ? found.contributions : [],
    };
  }
}

/** No list is so long. */
const NOBODY = 2 ** 32;

/** By id where each person is in the input. */
function sourceIndices(
  people: readonly { readonly id: string }[],
  places: Int32Array,
): ReadonlyMap<string, number> {
  return new Map(people.map(({ id }, position) => [id, places[position] as number]));
}
