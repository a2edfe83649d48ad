import type { AssignmentProblem } from '#assignment';
import {
  codeOfRule,
  contextOf,
  DEFAULT_RULES,
  type PairRule,
  pairRuleForbids,
  type ReasonCode,
  type RuleCode,
  type Rules,
  type ScoringContext,
} from '#scoring';
import type { EngineInput } from './engine-input.js';
import type { MemoryBudget } from './memory-budget.js';
import { plainProblemOf } from './problem-of.js';
import { rulesOf } from './rules-of.js';
import { packInput, scoredProblem } from './score-source.js';

/** So many pairs are asked one by one; where there are more, getting whole rows ready pays. */
const ASKED_ONE_BY_ONE = 50_000;

/** Beyond so many pairs in all, rows would need a lot of memory, and few of their pairs are asked for. */
const MOST_PAIRS_BY_ROW = 60_000_000;

/** Every rule that a program can switch off, switched off. */
const NONE: Rules = {
  minimumLanguageLevel: null,
  maximumZoneGapHours: null,
  minimumWeeklyOverlapMinutes: null,
  floor: false,
  excludeReportingLine: false,
  excludeEarlierPartners: false,
  mustMatch: [],
  mustDiffer: [],
};

/** A setting that is one rule; the rest says more about one of them, or is a list. */
type Switch = Exclude<keyof Rules, 'earlierPartnersMonths' | 'list'>;

/** What each of them is called when it excludes a pair. */
const CODES: Readonly<Record<Switch, RuleCode>> = {
  minimumLanguageLevel: 'no-shared-language',
  maximumZoneGapHours: 'time-zone-gap',
  minimumWeeklyOverlapMinutes: 'too-little-overlap',
  floor: 'no-common-ground',
  excludeReportingLine: 'reporting-line',
  excludeEarlierPartners: 'earlier-partner',
  mustMatch: 'attribute-must-match',
  mustDiffer: 'attribute-must-differ',
};

/**
 * Names the rules against pairs. Where thousands of people have no partner, there are millions of such pairs: then the
 * people are scored under each rule alone, row by row, and a pair is named by the rules under which it can't be made.
 */
export class RuleNames {
  private asked = 0;
  private rows: RuleRows | null = null;

  constructor(
    private readonly input: EngineInput,
    private readonly context: ScoringContext,
    private readonly budget: MemoryBudget,
  ) {}

  /** Codes of the hard rules against a pair, by the indices of the input; empty when it may be made. */
  readonly of = (mentee: number, mentor: number): readonly string[] => {
    this.asked += 1;
    const { mentees, mentors } = this.input;
    const isLarge = mentees.length * mentors.length > MOST_PAIRS_BY_ROW;
    if (isLarge || this.asked <= ASKED_ONE_BY_ONE) return rulesOf(this.input, this.context, mentee, mentor);
    this.rows ??= new RuleRows(this.input, this.budget);
    return this.rows.of(mentee, mentor) ?? rulesOf(this.input, this.context, mentee, mentor);
  };
}

/** The same for a whole row at a time. */
class RuleRows {
  private readonly always: AssignmentProblem;
  private readonly single: readonly { readonly code: RuleCode; readonly problem: AssignmentProblem }[];
  /** Rules of the list only compare what two people have, for which nothing has to be got ready. */
  private readonly listed: readonly { readonly code: ReasonCode; readonly rule: PairRule }[];
  private readonly row: Int32Array;
  /** A bit for each rule, and the highest for those that no program can switch off. */
  private readonly marks: Uint32Array;
  private readonly names = new Map<number, readonly string[]>();
  private present = -1;

  constructor(
    private readonly input: EngineInput,
    budget: MemoryBudget,
  ) {
    const problemUnder = (rules: Rules): AssignmentProblem => {
      const context = contextOf({ ...input.context, rules });
      const packed = packInput(input, context, budget);
      return scoredProblem(plainProblemOf(input, packed), packed);
    };
    const own: Rules = { ...DEFAULT_RULES, ...input.context.rules };
    this.always = problemUnder(NONE);
    const months = own.earlierPartnersMonths ?? null;
    this.single = (Object.keys(CODES) as Switch[])
      .filter((rule) => JSON.stringify(own[rule]) !== JSON.stringify(NONE[rule]))
      .map((rule) => ({
        code: CODES[rule],
        problem: problemUnder({ ...NONE, earlierPartnersMonths: months, [rule]: own[rule] }),
      }));
    this.listed = (own.list ?? []).map((rule) => ({ code: codeOfRule(rule), rule }));
    this.row = new Int32Array(input.mentors.length);
    this.marks = new Uint32Array(input.mentors.length);
  }

  /** Null for the few pairs against which there is more than such a rule. */
  of(mentee: number, mentor: number): readonly string[] | null {
    if (this.present !== mentee) this.load(mentee);
    const mark = this.marks[mentor] as number;
    if (mark >= ALWAYS) return null;
    const known = this.names.get(mark);
    if (known !== undefined) return known;
    const names = [...this.single, ...this.listed]
      .filter((_, bit) => (mark & (1 << bit)) !== 0)
      .map(({ code }) => code);
    this.names.set(mark, names);
    return names;
  }

  private load(mentee: number): void {
    this.marks.fill(0);
    this.mark(this.always, mentee, ALWAYS);
    this.single.forEach(({ problem }, bit) => {
      this.mark(problem, mentee, 1 << bit);
    });
    this.markListed(mentee);
    this.present = mentee;
  }

  private markListed(index: number): void {
    const { listed, marks, single } = this;
    const { mentees, mentors } = this.input;
    const mentee = mentees[index];
    if (mentee === undefined) return;
    listed.forEach(({ rule }, at) => {
      const bit = 1 << (single.length + at);
      mentors.forEach((mentor, place) => {
        if (pairRuleForbids(rule, mentee, mentor)) marks[place] = (marks[place] as number) | bit;
      });
    });
  }

  private mark(problem: AssignmentProblem, mentee: number, bit: number): void {
    const { row, marks } = this;
    problem.scoreRow(mentee, row);
    for (let mentor = 0; mentor < row.length; mentor++)
      if ((row[mentor] as number) < 0) marks[mentor] = (marks[mentor] as number) | bit;
  }
}

const ALWAYS = 2 ** 30;
