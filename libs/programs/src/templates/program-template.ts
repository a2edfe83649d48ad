import type { Objective } from '#assignment';
import type { Rules, Weights } from '#scoring';
import type { GoalArea } from '../application/program.view.js';
import type { ProgramSettings } from '../settings/program-settings.js';

/** What a template sets, and why. */
export interface Chosen<T> {
  readonly value: T;
  /** One sentence for whoever looks a template over. */
  readonly because: string;
}

type ChosenOf<T> = { readonly [K in keyof T]?: Chosen<T[K]> };

/** A first round as a template proposes it; what is missing has the default of every round. */
export interface FirstCohort {
  readonly name: Chosen<string>;
  /** Weeks from the creation to the Monday on which the term begins. */
  readonly startsInWeeks: Chosen<number>;
  readonly termWeeks: Chosen<number>;
  readonly objective: Chosen<Objective>;
  readonly weights: Chosen<Weights>;
  readonly rules: ChosenOf<Rules>;
}

/** A way to run a program that has proved itself: settings, goal areas and a first round. */
export interface ProgramTemplate {
  readonly name: string;
  /** For whom it is made. */
  readonly suits: string;
  /** Only what differs from the defaults. */
  readonly settings: ChosenOf<ProgramSettings>;
  readonly goalAreas: Chosen<readonly GoalArea[]>;
  readonly cohort: FirstCohort;
}

/** The values alone. */
export function valuesOf<T>(chosen: ChosenOf<T>): Partial<T> {
  const entries = Object.entries(chosen) as [string, Chosen<unknown>][];
  // The keys and values are those of T; `Object.entries` forgets them.
  return Object.fromEntries(entries.map(([key, { value }]) => [key, value])) as Partial<T>;
}
