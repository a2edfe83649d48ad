import type { TermClock } from '#availability';
import type { CellSettings } from './facet.js';
import type { Ragged } from './ragged.js';
import type { Stretch } from './stretches.js';

/** Codes of one facet, for cells that are worked out when they are asked for. */
export interface PackedCodes {
  /** Which of all facets. */
  readonly facet: number;
  readonly mentees: Ragged;
  readonly mentors: Ragged;
}

/** One or several facets together: people by class, and what each pair of classes gives. */
export interface PackedGroup {
  /** Class by position. */
  readonly menteeClass: Int32Array;
  readonly mentorClass: Int32Array;
  readonly menteeClasses: number;
  readonly mentorClasses: number;
  /** By mentee class, then mentor class, as half words of sums; null when there would be too many. */
  readonly cells: Uint16Array | null;
  readonly codes: PackedCodes | null;
}

/** Free units of one side's people before given times of their own week. */
export interface PackedRows {
  /** Two people in a word by position, 16 bits each, the even position in the low ones; each row is of one block. */
  readonly words: Int32Array;
  /**
   * Where a window of the other side meets them: list `window × blocks + block` has the start of a row in `words`, the factor, and so on.
   */
  readonly terms: Ragged;
}

/** Units over the term that one side's people share with each window of the other side. */
export interface PackedWindowRows {
  /** Each row has the people of the stretches of the window's clock, one after the other, cut down to what is enough. */
  readonly units: Uint8Array;
  /** Where the row of each window starts. */
  readonly start: Int32Array;
}

/** The people of one side, sorted so that those who are compared alike lie together. */
export interface PackedSide {
  readonly count: number;
  /** Index in the input by position. */
  readonly order: Int32Array;
  /** Position by index in the input. */
  readonly position: Int32Array;
  /** Block by position: the clock for those who answered the questionnaire, for the others as many blocks higher as there are clocks. */
  readonly block: Int32Array;
  /** First position of each block, and the count. */
  readonly blockStart: Int32Array;
  /** Free minutes of the week by position: starts and ends in turn. */
  readonly bounds: Ragged;
  /** Distinct windows by position. */
  readonly windows: Ragged;
  /** Those who are near enough to somebody on a clock of the other side, by that clock. */
  readonly stretches: readonly (readonly Stretch[])[];
  /** Shared time in the fastest form; null where that would be too large. */
  readonly windowRows: PackedWindowRows | null;
  /** In the second form; stretches are single blocks then. */
  readonly rows: PackedRows | null;
  /** Answers by position, `PackedStyle.stride` words each. */
  readonly style: Int32Array;
}

/** How answers are laid out: per word eight items in steps, then which were answered, then the values. */
export interface PackedStyle {
  readonly itemWords: number;
  readonly valueWords: number;
  /** Different values. */
  readonly values: number;
  readonly stride: number;
  /** Points by `quarters × width + answers`. */
  readonly points: Int32Array;
  readonly width: number;
}

/** Availability in whole units of `step` minutes. */
export interface PackedOverlap {
  readonly step: number;
  readonly weeks: number;
  readonly outOf: number;
  readonly needed: number;
  readonly least: number | null;
  /** Units over the term beyond which more time changes nothing. */
  readonly enough: number;
  readonly clocks: readonly TermClock[];
  /** Points, or `NEVER`, by units shared over the term; of no use where there are no rows. */
  readonly points: Int32Array;
}

/** Skills: what mentees want by class (skill and current level), and who can help. */
export interface PackedSkills {
  readonly outOf: number;
  /** Want class and weight in turn, by mentee position. */
  readonly wants: Ragged;
  /** What a mentee's weighted help is divided by, by mentee position. */
  readonly denominator: Float64Array;
  /** By mentee position: 1 where help fits into 32 bits. */
  readonly plain: Int32Array;
  /** Positions of the mentees who are not plain, by block. */
  readonly intricate: Ragged;
  readonly helpers: PackedHelpers;
  readonly wanters: PackedWanters;
  readonly wantClasses: number;
  /** Skill and level in turn, by mentor position. */
  readonly offers: Ragged;
  /** For each offered skill: want class, relatedness in permille and the mentee's level in turn. */
  readonly reach: Ragged;
  /** Positions of mentors who offer so many skills that each is worth less, by block. */
  readonly broad: Ragged;
}

/** Who helps with a want class: mentors by position, ascending; those of a block start at `start[class × blocks + block]`. */
export interface PackedHelpers {
  readonly start: Int32Array;
  /** The position from which the first step of a block counts, likewise. */
  readonly before: Int32Array;
  /** From each to the next: `STEP` for each position, which makes them bytes of help. */
  readonly steps: Uint8Array;
  /** The most that each can do: relatedness in permille times depth. */
  readonly values: Uint16Array;
}

/** Which plain mentees have a want class; those of a block start likewise. */
export interface PackedWanters {
  readonly start: Int32Array;
  /** Positions, ascending. */
  readonly people: Int32Array;
  readonly weights: Uint16Array;
}

/** Pairs that are told apart one by one; lists by index in the input. */
export interface PackedPairs {
  /** Mentors that a mentee can't have, and the reverse. */
  readonly excludedOfMentee: Ragged;
  readonly excludedOfMentor: Ragged;
  /** Wished mentor and points in turn, by mentee; and wishing mentee and points, by mentor. */
  readonly wishesOfMentee: Ragged;
  readonly wishesOfMentor: Ragged;
}

/**
 * Everything that the scores of a cohort depend on: plain data and typed arrays, fit for `postMessage`. Over
 * shared buffers a second thread scores the same data without a copy.
 */
export interface PackedPeople {
  readonly settings: CellSettings;
  readonly mentees: PackedSide;
  readonly mentors: PackedSide;
  readonly groups: readonly PackedGroup[];
  readonly clocks: number;
  /** Null when availability neither counts nor is asked for. */
  readonly overlap: PackedOverlap | null;
  /** Null when working style does not count. */
  readonly style: PackedStyle | null;
  readonly skills: PackedSkills;
  readonly pairs: PackedPairs;
  /** Points of every pair, and of those where not both answered the questionnaire. */
  readonly base: number;
  readonly unanswered: number;
}
