import { MailModule } from '#mail';
import { NotificationsModule } from '#notifications';
import { Module } from '@nestjs/common';
import { MailDomainController } from './mail-domain.controller.js';
import { MailTemplatesController } from './mail-templates.controller.js';
import { MailingsController } from './mailings.controller.js';
import { OptOutController } from './opt-out.controller.js';

/** Routes of the mails that admins write, and out of them. */
@Module({
  imports: [NotificationsModule, MailModule],
  controllers: [MailDomainController, MailTemplatesController, MailingsController, OptOutController],
})
export class MailsApiModule {}
