import { isolateName, type MailAddress, type MailBlock } from '#mail';
import { type FilledText, fillText } from '../templates/fill-text.js';
import type { Filling, MailTemplate } from '../templates/mail-template.js';
import { chooseText } from '../templates/program-texts.js';
import type { MailDraft, MailTools } from './mail.js';
import { nameOf, type ProgramFacts, type Reader } from './people.js';

/** Who is nearer than the program. */
interface LetterContext {
  /** Somebody nearer than the program's contact, such as the other half of a pair. */
  readonly replyTo?: MailAddress | undefined;
  /** Why the reader gets this, unless it is for taking part: the end of "You get this because …". */
  readonly because?: string | undefined;
}

/** A mail whose words nobody can change. */
export interface FixedLetter extends LetterContext {
  readonly subject: string;
  readonly preheader: string;
  readonly blocks: readonly MailBlock[];
}

/** A mail whose text a program can change, and what stands for its tokens. */
export interface TemplateLetter extends LetterContext, Filling {
  readonly template: MailTemplate;
}

/** What differs from mail to mail. */
export type Letter = FixedLetter | TemplateLetter;

/** A letter with a value for each token of its template. */
export function letterOf<W extends string, P extends string>(
  template: MailTemplate<W, P>,
  filling: Filling<W, P>,
  more: LetterContext = {},
): TemplateLetter {
  return { template, ...filling, ...more };
}

/** A mail of a program: its name on top, and a person of it who reads the answer. */
export function programLetter(
  reader: Reader,
  program: ProgramFacts,
  tools: MailTools,
  letter: Letter,
): MailDraft {
  const replyTo = letter.replyTo ?? (program.contact?.address === reader.email ? null : program.contact);
  const about = `You get this because ${letter.because ?? `you take part in ${program.name}`}.`;
  const answer =
    replyTo === null ? '' : ` Reply to this mail to reach ${isolateName(replyTo.name)}${roleNote(letter)}.`;
  return {
    to: { name: nameOf(reader), address: reader.email },
    replyTo: replyTo ?? undefined,
    fromName: program.senderName,
    content: {
      ...saidIn(letter, { reader, program, tools }),
      brand: program.name || tools.brand,
      footer: about + answer,
    },
  };
}

/** What a letter says to its reader. */
function saidIn(
  letter: Letter,
  { reader, program, tools }: { reader: Reader; program: ProgramFacts; tools: MailTools },
): FilledText {
  if (!('template' in letter)) {
    const { subject, preheader, blocks } = letter;
    return { subject, preheader, blocks };
  }
  const words = { ...commonWords(nameOf(reader), program), ...letter.words };
  return fillText(chooseText(letter.template, tools.texts, reader.locale), { ...letter, words });
}

/** Values of the tokens that every mail of a program has. */
export function commonWords(recipient: string, program: ProgramFacts): Record<string, string> {
  return {
    recipient_name: isolateName(recipient),
    program_name: program.name,
    contact_name: contactName(program),
  };
}

/** Who reads answers, as a sentence names them. */
export function contactName({ contact }: ProgramFacts): string {
  return contact === null ? 'the program' : isolateName(contact.name);
}

/** A mail about an account; it belongs to no program. */
export function accountLetter(reader: Reader, tools: MailTools, letter: FixedLetter): MailDraft {
  return {
    to: { name: nameOf(reader), address: reader.email },
    content: {
      subject: letter.subject,
      preheader: letter.preheader,
      brand: tools.brand,
      blocks: letter.blocks,
      footer: `You get this because ${reader.email} is the address of an account at ${tools.brand}.`,
    },
  };
}

function roleNote(letter: Letter): string {
  return letter.replyTo === undefined ? ', who runs it' : '';
}
