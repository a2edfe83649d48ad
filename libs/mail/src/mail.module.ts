import { Module } from '@nestjs/common';
import { CheckMailDomain } from './check-mail-domain.js';
import { Mailer } from './mailer.js';

/** The way to the mail server, and how far receivers trust what comes from it. */
@Module({ providers: [Mailer, CheckMailDomain], exports: [Mailer, CheckMailDomain] })
export class MailModule {}
