import type { MailBlock } from '#mail';
import type { MailKind } from '../mails/mail-kind.js';

/** How a piece of text looks. */
export const TEXT_STYLES = ['heading', 'paragraph', 'small'] as const;

/** One piece of a mail's text: words with tokens, or the token of a part alone. */
export interface TextBlock {
  readonly style: (typeof TEXT_STYLES)[number];
  readonly text: string;
}

/** The text of a mail: plain, with tokens such as `{{mentor_name}}`. */
export interface MailText {
  readonly subject: string;
  /** The line that a list of mails shows after the subject. */
  readonly preheader: string;
  readonly blocks: readonly TextBlock[];
}

/** A token that stands for words, anywhere in a text. */
export interface WordToken {
  readonly about: string;
  readonly sample: string;
}

/** A token that stands for a part of the mail, such as its buttons, in a block of its own. */
export interface PartToken {
  readonly about: string;
  /** Without it the mail has lost its purpose. */
  readonly required: boolean;
  readonly sample: readonly MailBlock[];
}

/** What a mail says unless an admin says it otherwise, and which tokens stand in it. */
export interface MailTemplate<W extends string = string, P extends string = string> {
  /** The kind of mail, with the case where a kind has several: `match-withdrawn.mentor`. */
  readonly key: string;
  readonly mail: MailKind;
  /** Who reads it. */
  readonly role: 'mentee' | 'mentor' | 'admin' | 'participant' | 'invited';
  /** When it is sent. */
  readonly about: string;
  readonly words: Readonly<Record<W, WordToken>>;
  readonly parts: Readonly<Record<P, PartToken>>;
  readonly text: MailText;
}

/** Values of a template's tokens; a word or a part may be empty. */
export interface Filling<W extends string = string, P extends string = string> {
  readonly words: Readonly<Record<W, string>>;
  readonly parts: Readonly<Record<P, readonly MailBlock[]>>;
}

/** Tokens that every mail of a program has. */
export const COMMON_WORDS = {
  recipient_name: { about: 'Name of whoever gets the mail', sample: 'Ana Lima' },
  program_name: { about: 'Name of the program', sample: 'Northwind Mentoring' },
  contact_name: { about: 'Who reads the answers', sample: 'Sam Okafor' },
} as const satisfies Readonly<Record<string, WordToken>>;

/** Keeps the names of the tokens, so that a mail has to give each a value. */
export function defineTemplate<W extends string, P extends string>(
  template: MailTemplate<W, P>,
): MailTemplate<W, P> {
  return template;
}

/** Shorthand for blocks of a default text. */
export const heading = (text: string): TextBlock => ({ style: 'heading', text });
export const paragraph = (text: string): TextBlock => ({ style: 'paragraph', text });
export const small = (text: string): TextBlock => ({ style: 'small', text });

/** A part that is one button, as previews show it. */
export const sampleButtons = (...labels: readonly string[]): readonly MailBlock[] => [
  {
    type: 'buttons',
    links: labels.map((label, place) => ({ label, url: 'https://example.org/', quiet: place > 0 })),
  },
];
