import { MailLinkUsedError, MailTokens } from '#accounts';
import { Database } from '#database';
import { InvalidInputError } from '#http';
import type { FieldProblem } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { MailActionDone, MailActionPage } from './mail-action.js';
import { MailActions } from './mail-actions.js';
import type { PageField } from './page.js';

/** Input of a form as it arrives: anything. */
export type RawInput = Readonly<Record<string, unknown>>;

/** Answers from a mail, without signing in. */
@Injectable()
export class AnswerByMail {
  constructor(
    private readonly db: Database,
    private readonly tokens: MailTokens,
    private readonly actions: MailActions,
  ) {}

  /** The page of a link; changes nothing. */
  async describe(urlToken: string): Promise<MailActionPage> {
    const { id, accountId, context, purpose } = await this.tokens.inspect(urlToken);
    return this.actions.get(purpose).describe({ tokenId: id, accountId, context });
  }

  /** Uses the link up and does what it allows, or neither. @throws InvalidInputError by field */
  async perform(urlToken: string, raw: RawInput): Promise<MailActionDone> {
    try {
      return await this.performOnce(urlToken, raw);
    } catch (error) {
      const again = error instanceof MailLinkUsedError ? await this.repeat(urlToken) : null;
      if (again === null) throw error;
      return again;
    }
  }

  private async repeat(urlToken: string): Promise<MailActionDone | null> {
    const used = await this.tokens.inspectUsed(urlToken);
    if (used === null) return null;
    const subject = { tokenId: used.id, accountId: used.accountId, context: used.context };
    return (await this.actions.get(used.purpose).repeat?.(subject)) ?? null;
  }

  private async performOnce(urlToken: string, raw: RawInput): Promise<MailActionDone> {
    const { id, accountId, context, purpose } = await this.tokens.inspect(urlToken);
    const action = this.actions.get(purpose);
    const subject = { tokenId: id, accountId, context };
    const { fields = [] } = await action.describe(subject);
    const input = readInput(fields, raw);
    return this.db.transaction(async () => {
      await this.tokens.redeem(urlToken, purpose);
      return action.perform(subject, input);
    });
  }
}

function readInput(fields: readonly PageField[], raw: RawInput): Readonly<Record<string, string>> {
  const problems: FieldProblem[] = [];
  const input: Record<string, string> = {};
  for (const field of fields) {
    const value = raw[field.name] ?? '';
    const text = typeof value === 'string' ? value.trim() : null;
    if (text === null) problems.push({ path: field.name, message: 'Send this as text.' });
    else if (field.required && text === '')
      problems.push({ path: field.name, message: `Fill in "${field.label}".` });
    else if (text.length > field.maxLength)
      problems.push({ path: field.name, message: `Write at most ${field.maxLength} characters.` });
    else if (field.kind === 'choice' && !field.options?.some((option) => option.value === text))
      problems.push({ path: field.name, message: 'This can no longer be chosen; take another.' });
    else input[field.name] = text;
  }
  if (problems.length > 0) throw new InvalidInputError(problems);
  return input;
}
