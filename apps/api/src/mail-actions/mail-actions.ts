import { MailLinkUnknownError } from '#accounts';
import { Injectable } from '@nestjs/common';
import type { MailAction } from './mail-action.js';

/** What can be done from mails. A feature's module registers its actions when it is started. */
@Injectable()
export class MailActions {
  private readonly byPurpose = new Map<string, MailAction>();

  /** Adds actions; a purpose has one. */
  register(...actions: readonly MailAction[]): void {
    for (const action of actions) {
      if (this.byPurpose.has(action.purpose)) throw new Error(`${action.purpose} is registered twice.`);
      this.byPurpose.set(action.purpose, action);
    }
  }

  /** The action of a purpose. @throws MailLinkUnknownError */
  get(purpose: string): MailAction {
    const action = this.byPurpose.get(purpose);
    if (action === undefined) throw new MailLinkUnknownError();
    return action;
  }
}
