import type { FieldProblem } from '#kernel';

/** Longest hold, in working days of the program: nobody waits longer for an answer. */
export const LONGEST_HOLD = 5;

/** When those without a partner are told. */
export const TELL_UNMATCHED = ['now', 'after-hold'] as const;
export type TellWhen = (typeof TELL_UNMATCHED)[number];

/** How a round answers those whom it leaves without a partner. */
export interface AnswerSettings {
  /** At the publication, or after a hold in which the admin recruits. */
  readonly tellUnmatched: TellWhen;
  /** Working days of the program that the hold lasts; closed weeks stop it. */
  readonly holdWorkingDays: number;
  /** What there is for them meanwhile, in the admin's words; null when nothing is offered. */
  readonly meanwhile: string | null;
}

/** The same as somebody sends them; what is missing keeps its value. */
export interface AnswerSettingsInput {
  readonly tellUnmatched?: string;
  readonly holdWorkingDays?: number;
  readonly meanwhile?: string | null;
}

/** What a round does that says nothing of its own. */
export const DEFAULT_ANSWERS: AnswerSettings = {
  tellUnmatched: 'after-hold',
  holdWorkingDays: LONGEST_HOLD,
  meanwhile: null,
};

const LONGEST_MEANWHILE = 300;

/** Puts what was sent over what there is; a `meanwhile` without words is none. */
export function applyAnswerSettings(base: AnswerSettings, input: AnswerSettingsInput): AnswerSettings {
  const meanwhile = (input.meanwhile === undefined ? base.meanwhile : input.meanwhile)?.trim() ?? '';
  return {
    // Checked by whoever stores them.
    tellUnmatched: (input.tellUnmatched ?? base.tellUnmatched) as TellWhen,
    holdWorkingDays: input.holdWorkingDays ?? base.holdWorkingDays,
    meanwhile: meanwhile === '' ? null : meanwhile,
  };
}

/** Every field that can't work. */
export function answerProblems(settings: AnswerSettings): FieldProblem[] {
  const { tellUnmatched, holdWorkingDays: days, meanwhile } = settings;
  const problems: FieldProblem[] = [];
  if (!TELL_UNMATCHED.includes(tellUnmatched))
    problems.push({ path: 'tellUnmatched', message: `Choose one of ${TELL_UNMATCHED.join(', ')}.` });
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_HOLD)
    problems.push({ path: 'holdWorkingDays', message: `Give a whole number from 1 to ${LONGEST_HOLD}.` });
  if ((meanwhile ?? '').length > LONGEST_MEANWHILE)
    problems.push({ path: 'meanwhile', message: `Give at most ${LONGEST_MEANWHILE} characters.` });
  return problems;
}
