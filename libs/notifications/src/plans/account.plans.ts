import type { MailKind } from '../mails/mail-kind.js';
import { type Plan, type Plans, toAccount } from './plan.js';

type LinkEvent =
  | 'account.verification-requested.v1'
  | 'account.password-reset-requested.v1'
  | 'account.sign-in-link-requested.v1';

const linkMail =
  (kind: MailKind): Plan<LinkEvent> =>
  ({ payload: { accountId, tokenId } }) =>
    Promise.resolve([toAccount(kind, accountId, { tokenId })]);

/** Mails about an account go to its holder. */
export const accountPlans = {
  'account.verification-requested.v1': linkMail('verify-email'),
  'account.password-reset-requested.v1': linkMail('reset-password'),
  'account.sign-in-link-requested.v1': linkMail('sign-in-link'),
  'account.password-changed.v1': ({ payload: { accountId } }) =>
    Promise.resolve([toAccount('password-changed', accountId, {})]),
} satisfies Plans;
