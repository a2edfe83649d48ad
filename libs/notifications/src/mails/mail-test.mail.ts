import { findTemplate } from '../templates/all-templates.js';
import { sampleFilling } from '../templates/fill-text.js';
import { COMMON_WORDS, type MailTemplate } from '../templates/mail-template.js';
import { programLetter, type TemplateLetter } from './letter.js';
import { defineMail, idIn, Stale } from './mail.js';
import { programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

interface Facts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly template: MailTemplate;
}

/** A letter of invented facts; what every mail of the program knows is true nevertheless. */
export function sampleLetter(template: MailTemplate): TemplateLetter {
  const { words, parts } = sampleFilling(template);
  const own = Object.entries(words).filter(([name]) => !(name in COMMON_WORDS));
  return { template, words: Object.fromEntries(own), parts };
}

/** What a mail would say, to the admin who asked to see it in their own mailbox. */
export const mailTest = defineMail<Facts>({
  async load(db, input) {
    const reader = await readerOf(db, input.accountId);
    const program = await programOf(db, input.programId);
    if (reader === null || program === null) return new Stale('it was deleted');
    const template = findTemplate(idIn(input, 'key'));
    if (template === null) return new Stale('there is no such mail any more');
    return { reader: { ...reader, locale: idIn(input, 'language') }, program, template };
  },
  write({ reader, program, template }, tools) {
    const letter = { ...sampleLetter(template), because: 'you asked for a test of it' };
    const { content, ...draft } = programLetter(reader, program, tools, letter);
    return { ...draft, content: { ...content, subject: `[Test] ${content.subject}` } };
  },
});
