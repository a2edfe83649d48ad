import type { Objective } from '#assignment';
import { instantsOfTerm } from '#availability';
import type { FieldProblem } from '#kernel';
import {
  DEFAULT_RULES,
  DEFAULT_WEIGHTS,
  type FieldSpec,
  type ListRule,
  MAX_SCORE,
  type Rules,
  rulesOfList,
  subjectsWith,
  validateRuleList,
  validateRules,
  validateWeights,
  type Weights,
} from '#scoring';
import {
  answerProblems,
  type AnswerSettings,
  type AnswerSettingsInput,
  applyAnswerSettings,
  DEFAULT_ANSWERS,
} from './answer-settings.js';
import { CohortSettingsError } from '../matching.errors.js';
import {
  applyEnrolmentSettings,
  DEFAULT_ENROLMENT,
  type EnrolmentSettings,
  type EnrolmentSettingsInput,
  enrolmentProblems,
} from './enrolment-settings.js';
import {
  confirmationProblems,
  type ConfirmationSettings,
  DEFAULT_CONFIRMATION,
} from './confirmation-settings.js';

/** Settings as somebody sends them; what is missing keeps its value or gets the default. */
export interface CohortSettingsInput extends EnrolmentSettingsInput, AnswerSettingsInput {
  readonly name?: string;
  /** `coverage`, `total`, `stable` or `fair`: what the best matching is. */
  readonly objective?: string;
  /** Who comes first when places are scarce: `waited` or `score`. */
  readonly order?: string;
  /** Whole per cents that sum to 100; features left out count 0. */
  readonly weights?: Readonly<Record<string, unknown>>;
  /** Hard rules; those left out have their defaults. */
  readonly rules?: Readonly<Record<string, unknown>>;
  /** All rules, in the general form: what it leaves out is off. Not together with `rules`. */
  readonly ruleList?: readonly unknown[];
  readonly minScore?: number;
  readonly seed?: string;
  /** First day of the term, `YYYY-MM-DD`. */
  readonly termFrom?: string;
  readonly termWeeks?: number;
  /** `none`, `mentor` or `both`: who has to say yes before a pair starts. */
  readonly confirmation?: string;
  readonly confirmWithinWorkingDays?: number;
  readonly proposeNextBest?: boolean;
}

/** Settings of a round, whole and checked. */
export interface CohortSettings extends AnswerSettings, ConfirmationSettings {
  readonly name: string;
  readonly objective: Objective;
  readonly placeOrder: 'waited' | 'score';
  readonly weights: Weights;
  readonly rules: Rules;
  readonly minimumScore: number;
  readonly seed: string;
  readonly termFrom: string;
  readonly termWeeks: number;
  readonly enrolment: EnrolmentSettings;
}

/** What a round may ask for. */
export const OBJECTIVES: readonly Objective[] = ['coverage', 'total', 'stable', 'fair'];
const ORDERS = ['waited', 'score'] as const;
const LONGEST_NAME = 120;
const LONGEST_SEED = 60;

/** The settings of a round that says nothing of its own. */
export function defaultCohortSettings(termFrom: string, seed: string): CohortSettings {
  return {
    name: '',
    objective: 'coverage',
    placeOrder: 'waited',
    weights: DEFAULT_WEIGHTS,
    rules: DEFAULT_RULES,
    minimumScore: 0,
    seed,
    termFrom,
    termWeeks: 26,
    enrolment: DEFAULT_ENROLMENT,
    ...DEFAULT_ANSWERS,
    ...DEFAULT_CONFIRMATION,
  };
}

/**
 * Puts what was sent over what there is.
 *
 * @param fields of the program, which rules may name
 * @throws CohortSettingsError that names every field that can't work
 */
export function applyCohortSettings(
  base: CohortSettings,
  input: CohortSettingsInput,
  fields: readonly FieldSpec[],
): CohortSettings {
  const weights = input.weights === undefined ? base.weights : { ...noWeights(), ...input.weights };
  const subjects = subjectsWith(fields);
  const { rules, problems: ruleProblems } = rulesFrom(base.rules, input, subjects);
  const next = {
    name: (input.name ?? base.name).trim(),
    objective: input.objective ?? base.objective,
    placeOrder: input.order ?? base.placeOrder,
    minimumScore: input.minScore ?? base.minimumScore,
    seed: (input.seed ?? base.seed).trim(),
    termFrom: input.termFrom ?? base.termFrom,
    termWeeks: input.termWeeks ?? base.termWeeks,
    enrolment: applyEnrolmentSettings(base.enrolment, input),
    ...applyAnswerSettings(base, input),
    confirmation: input.confirmation ?? base.confirmation,
    confirmWithinWorkingDays: input.confirmWithinWorkingDays ?? base.confirmWithinWorkingDays,
    proposeNextBest: input.proposeNextBest ?? base.proposeNextBest,
  };
  const problems = [
    ...check(
      'name',
      next.name !== '' && next.name.length <= LONGEST_NAME,
      `Give a name of 1 to ${LONGEST_NAME} characters.`,
    ),
    ...check('objective', isOneOf(OBJECTIVES, next.objective), `Choose one of ${OBJECTIVES.join(', ')}.`),
    ...check('order', isOneOf(ORDERS, next.placeOrder), `Choose one of ${ORDERS.join(', ')}.`),
    ...check(
      'minScore',
      Number.isInteger(next.minimumScore) && next.minimumScore >= 0 && next.minimumScore <= MAX_SCORE,
      `Give a whole number from 0 to ${MAX_SCORE}.`,
    ),
    ...check(
      'seed',
      next.seed !== '' && next.seed.length <= LONGEST_SEED,
      `Give 1 to ${LONGEST_SEED} characters.`,
    ),
    ...answerProblems(next),
    ...termProblems(next.termFrom, next.termWeeks),
    ...enrolmentProblems(next.enrolment),
    ...confirmationProblems(next),
    ...validateWeights(weights, fields).map(under('weights')),
    ...ruleProblems,
  ];
  if (problems.length > 0) throw new CohortSettingsError(problems);
  // Checked just now; the validators do not narrow the types.
  return { ...next, weights, rules } as CohortSettings;
}

/** The rules that there would be, and what is wrong with them. */
function rulesFrom(
  base: Rules,
  { rules, ruleList }: CohortSettingsInput,
  subjects: ReturnType<typeof subjectsWith>,
): { readonly rules: object; readonly problems: readonly FieldProblem[] } {
  if (ruleList === undefined) {
    const merged = { ...base, ...rules };
    return { rules: merged, problems: validateRules(merged, subjects).map(under('rules')) };
  }
  const problems = validateRuleList(ruleList, subjects).map(under('ruleList'));
  if (rules !== undefined)
    problems.push({ path: 'ruleList', message: 'Give the rules as a list or as an object, not both.' });
  return problems.length > 0
    ? { rules: base, problems }
    : { rules: rulesOfList(ruleList as readonly ListRule[]), problems };
}

function noWeights(): Record<string, unknown> {
  return Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map((feature) => [feature, 0]));
}

function isOneOf(known: readonly string[], value: string): boolean {
  return known.includes(value);
}

function check(path: string, fine: boolean, message: string): FieldProblem[] {
  return fine ? [] : [{ path, message }];
}

function under(parent: string): (problem: FieldProblem) => FieldProblem {
  return ({ path, message }) => ({ path: path === '' ? parent : `${parent}.${path}`, message });
}

function termProblems(from: string, weeks: number): FieldProblem[] {
  const okWeeks = Number.isInteger(weeks) && weeks >= 1 && weeks <= 104;
  const problems = check('termWeeks', okWeeks, 'Give a whole number of weeks from 1 to 104.');
  try {
    instantsOfTerm({ from, weeks: 1 });
  } catch {
    problems.push({ path: 'termFrom', message: 'Give a date that exists, as YYYY-MM-DD.' });
  }
  return problems;
}
