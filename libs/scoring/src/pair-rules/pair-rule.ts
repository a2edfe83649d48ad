/** What a rule of the list reads of a person: `organisation`, `yearsExperience`, …, or `field:<key>` for a field of the program. */
export type Subject = string;

/** Mentees to whom a rule applies: those who have one of these values. */
export interface OnlyMentees {
  readonly of: Subject;
  readonly is: readonly string[];
}

interface Common {
  readonly of: Subject;
  /** Everybody when left out. */
  readonly for?: OnlyMentees;
  /** What happens where a value is missing on either side: by default `must-match` forbids, the others allow. */
  readonly whenMissing?: 'allow' | 'forbid';
}

/** Both have the value, or of several at least one in common; or they have none in common. */
export interface SameValueRule extends Common {
  readonly kind: 'must-match' | 'must-differ';
}

/** How far apart two numbers may be. At least one of the limits is there. */
export interface NumberGapRule extends Common {
  readonly kind: 'number-gap';
  readonly atMost?: number;
  /** The mentor's number is higher by so much at least. */
  readonly mentorAhead?: number;
}

/** How far apart two dates may be. */
export interface DateGapRule extends Common {
  readonly kind: 'date-gap';
  readonly atMostDays: number;
}

/** Whose date comes first. */
export interface DateOrderRule extends Common {
  readonly kind: 'date-order';
  readonly first: 'mentee' | 'mentor';
  /** Days between them at least; default 0: the same day will do. */
  readonly daysAtLeast?: number;
}

/** A rule of the list about something that people have. There may be several of a kind. */
export type PairRule = SameValueRule | NumberGapRule | DateGapRule | DateOrderRule;

/** A rule that every cohort has once or not at all. */
export type SingleRule =
  | { readonly kind: 'minimum-language'; readonly level: 1 | 2 | 3 | 4 }
  | { readonly kind: 'time-zone-gap'; readonly hours: number }
  | { readonly kind: 'weekly-overlap'; readonly minutes: number }
  | { readonly kind: 'common-ground' }
  | { readonly kind: 'reporting-line' }
  /** Without months they never meet again. */
  | { readonly kind: 'earlier-partners'; readonly months?: number };

/** One rule of a list. */
export type ListRule = SingleRule | PairRule;

/** Most rules of a cohort. */
export const MOST_RULES = 20;

/** Most values that a rule names for the mentees to whom it applies. */
export const MOST_VALUES = 20;

/** Fields of a program are named with this before their key. */
export const FIELD_PREFIX = 'field:';
