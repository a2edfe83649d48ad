import { menteesInOrder, mentorsInOrder } from '#assignment';
import type { EngineInput, EngineSource, PeopleSource } from './engine-input.js';

/** By position, which person of the input stands there. */
export interface Standing {
  readonly mentees: Int32Array;
  readonly mentors: Int32Array;
}

/** Has everybody made at once. */
export function wholeInput(source: EngineSource): EngineInput {
  return { ...source, mentees: [...source.mentees], mentors: [...source.mentors] };
}

/** The order in which people come to a place: with it the solver has to rearrange no scores. */
export function standingOf({ mentees, mentors, parameters }: EngineInput): Standing {
  const { seed, objective, placeOrder: order } = parameters;
  return {
    mentees: menteesInOrder({ mentees, seed, objective, order }),
    mentors: mentorsInOrder({ mentors, seed }),
  };
}

/** The whole input in that order. */
export function inStandingOrder(source: EngineSource, standing: Standing): EngineInput {
  const at = <P>(people: PeopleSource<P>, places: Int32Array): P[] =>
    Array.from(places, (place) => people.at(place) as P);
  return {
    ...source,
    mentees: at(source.mentees, standing.mentees),
    mentors: at(source.mentors, standing.mentors),
  };
}
