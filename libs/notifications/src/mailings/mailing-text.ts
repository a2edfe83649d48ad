import type { FieldProblem } from '#kernel';
import { problemsOfText } from '../templates/check-text.js';
import { COMMON_WORDS, type MailText, type WordToken } from '../templates/mail-template.js';

/** Places to which the button of a mailing can lead. */
export const MAILING_PAGES = {
  home: '/',
  profile: '/welcome',
  mentors: '/mentors',
  requests: '/requests',
} as const;
export type MailingPage = keyof typeof MAILING_PAGES | 'invitation';

/** One mail of a series. */
export interface MailingStep {
  /** Days after the first; 0 of the first. */
  readonly afterDays: number;
  readonly subject: string;
  /** Paragraphs between empty lines, with tokens. */
  readonly text: string;
  readonly button: { readonly label: string; readonly page: MailingPage } | null;
}

export const MOST_STEPS = 4;
/** Deliveries, by which later steps know who got the first, are kept for 90 days. */
export const MOST_DAYS = 60;

/** Tokens of a mailing besides those of every mail. */
export const MAILING_WORDS = {
  role: { about: 'What the reader is in the program, or is invited to be', sample: 'mentee' },
} as const satisfies Readonly<Record<string, WordToken>>;

const KNOWN = { words: Object.keys({ ...COMMON_WORDS, ...MAILING_WORDS }), parts: [], required: [] };

/** The text of a step as mails are written from it. */
export function textOfStep({ subject, text }: Pick<MailingStep, 'subject' | 'text'>): MailText {
  const paragraphs = text.split(/\n[^\S\n]*\n/u).map((one) => one.trim());
  return {
    subject,
    preheader: '',
    blocks: paragraphs.flatMap((one) => (one === '' ? [] : [{ style: 'paragraph', text: one }])),
  };
}

/** Every problem of a series by field. */
export function problemsOfSteps(
  steps: readonly MailingStep[],
  audience: 'participants' | 'invited',
): FieldProblem[] {
  return steps.flatMap((step, place) => {
    const at = `steps.${place}`;
    const previous = steps[place - 1];
    const problems = problemsOfText(textOfStep(step), KNOWN).map(({ path, message }) => ({
      path: path === 'subject' ? `${at}.subject` : `${at}.text`,
      message,
    }));
    if (place === 0 && step.afterDays !== 0)
      problems.push({
        path: `${at}.afterDays`,
        message: 'The first mail goes at the time of the mailing: 0.',
      });
    if (previous !== undefined && step.afterDays <= previous.afterDays)
      problems.push({ path: `${at}.afterDays`, message: 'Give more days than of the mail before.' });
    if (step.text.trim() === '') problems.push({ path: `${at}.text`, message: 'Write what the mail says.' });
    if (step.button?.page === 'invitation' && audience !== 'invited')
      problems.push({ path: `${at}.button.page`, message: 'Only those invited have an invitation to open.' });
    if (step.button !== null && step.button.page !== 'invitation' && audience === 'invited')
      problems.push({
        path: `${at}.button.page`,
        message: 'Whoever is invited can open the invitation only.',
      });
    return problems;
  });
}
