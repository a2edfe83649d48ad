import { type Plans, toAccount } from './plan.js';

/** Mails that admins send to themselves. */
export const mailTestPlans = {
  'mail-test.requested.v1': ({ payload: { accountId, key, language } }) =>
    Promise.resolve([toAccount('mail-test', accountId, { key, language })]),
} satisfies Plans;
