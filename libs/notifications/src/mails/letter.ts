import { isolateName, type MailAddress, type MailBlock } from '#mail';
import type { MailDraft, MailTools } from './mail.js';
import { nameOf, type ProgramFacts, type Reader } from './people.js';

/** What differs from mail to mail. */
export interface Letter {
  readonly subject: string;
  readonly preheader: string;
  readonly blocks: readonly MailBlock[];
  /** Somebody nearer than the program's contact, such as the other half of a pair. */
  readonly replyTo?: MailAddress | undefined;
  /** Why the reader gets this, unless it is for taking part: the end of "You get this because …". */
  readonly because?: string;
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
    fromName: program.name,
    content: {
      subject: letter.subject,
      preheader: letter.preheader,
      brand: program.name || tools.brand,
      blocks: letter.blocks,
      footer: about + answer,
    },
  };
}

/** A mail about an account; it belongs to no program. */
export function accountLetter(reader: Reader, tools: MailTools, letter: Letter): MailDraft {
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
