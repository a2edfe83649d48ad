export * from './accounts.errors.js';
export * from './accounts.module.js';
export * from './application/account.queries.js';
export type { AccountView } from './application/account.view.js';
export * from './application/find-or-create-accounts.js';
export * from './normalise-email.js';
export * from './tokens/mail-tokens.js';
export * from './actor.js';
