import { Module } from '@nestjs/common';
import { AccountQueries } from './application/account.queries.js';
import { FindOrCreateAccounts } from './application/find-or-create-accounts.js';
import { MailTokens } from './tokens/mail-tokens.js';

const services = [AccountQueries, FindOrCreateAccounts, MailTokens];

/** People who sign in, and the links by mail that act for them. */
@Module({ providers: services, exports: services })
export class AccountsModule {}
