import type { Database } from '#database';
import type { CalendarPart, MailAddress, MailContent } from '#mail';
import type { WrittenText } from '../templates/program-texts.js';
import type { MailLinks } from './mail-links.js';

/** The delivery that a mail is written for. */
export interface MailInput {
  readonly accountId: string | null;
  readonly programId: string | null;
  /** What the mail is about, in ids. */
  readonly subject: Readonly<Record<string, string | number>>;
  /** When the mail became owed. */
  readonly owedSince: Date;
  readonly now: Date;
}

/** What writing a mail may use: no database, so that a failure here is the mail's own. */
export interface MailTools {
  readonly links: MailLinks;
  /** Name of the installation. */
  readonly brand: string;
  readonly fromAddress: string;
  /** What the program lets this mail say, in the languages in which it does. */
  readonly texts: readonly WrittenText[];
}

/** A mail in words, and to whom. */
export interface MailDraft {
  readonly to: MailAddress;
  readonly replyTo?: MailAddress | undefined;
  readonly fromName?: string | undefined;
  readonly content: MailContent;
  readonly calendar?: CalendarPart | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The mail is no longer true; `reason` is for the admin's list. */
export class Stale {
  constructor(readonly reason: string) {}
}

/** How one kind of mail comes to be. */
export interface MailRecipe<F> {
  /** Reads the present state; an error here is the database's and is tried again. */
  load(db: Database, input: MailInput): Promise<F | Stale>;
  /** Writes the mail from what was read; an error here is final. */
  write(facts: F, tools: MailTools, input: MailInput): MailDraft;
}

/** A recipe whose facts are its own business. */
export interface Mail {
  prepare(db: Database, input: MailInput): Promise<Stale | ((tools: MailTools) => MailDraft)>;
}

/** Hides what a recipe reads, so that recipes of all kinds fit in one table. */
export function defineMail<F>(recipe: MailRecipe<F>): Mail {
  return {
    async prepare(db, input) {
      const facts = await recipe.load(db, input);
      return facts instanceof Stale ? facts : (tools) => recipe.write(facts, tools, input);
    },
  };
}

/**
 * An id that the delivery carries.
 *
 * @throws TypeError when it does not
 */
export function idIn(input: MailInput, name: string): string {
  const value = input.subject[name];
  if (typeof value === 'string') return value;
  throw new TypeError(`The delivery has no ${name}.`);
}

/**
 * A number that the delivery carries.
 *
 * @throws TypeError when it does not
 */
export function numberIn(input: MailInput, name: string): number {
  const value = input.subject[name];
  if (typeof value === 'number') return value;
  throw new TypeError(`The delivery has no ${name}.`);
}
