import { problemsOfText, tokensOf } from './check-text.js';
import type { MailTemplate, MailText } from './mail-template.js';

/** The language of the default texts. */
export const DEFAULT_LANGUAGE = 'en';

/** A text that an admin wrote. */
export interface WrittenText {
  readonly key: string;
  readonly language: string;
  readonly text: MailText;
}

/** The language of a locale such as `de-AT`. */
export function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/u)[0] ?? DEFAULT_LANGUAGE;
}

/**
 * What a mail says to a reader: the program's text in their language, or else in English, or else the default. A text
 * that a newer version of the mail can't be written with any more counts as none, so that the mail goes out.
 */
export function chooseText(
  template: MailTemplate,
  written: readonly WrittenText[],
  locale: string,
): MailText {
  const usable = [languageOf(locale), DEFAULT_LANGUAGE]
    .flatMap((language) => written.find((one) => one.key === template.key && one.language === language) ?? [])
    .find(({ text }) => problemsOfText(text, tokensOf(template)).length === 0);
  return usable?.text ?? template.text;
}
