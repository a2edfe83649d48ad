import { AccountsModule } from '#accounts';
import { HttpModule } from '#http';
import { MailModule } from '#mail';
import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { ChangeMailText } from './application/change-mail-text.js';
import { DeliveryQueries } from './application/delivery.queries.js';
import { DueDeliveries } from './application/due-deliveries.js';
import { ExpandEvent } from './application/expand-event.js';
import { PreviewMail } from './application/preview-mail.js';
import { MailTemplateQueries } from './application/mail-template.queries.js';
import { PreviewMailText } from './application/preview-mail-text.js';
import { RetryDelivery } from './application/retry-delivery.js';
import { SendDelivery } from './application/send-delivery.js';
import { SendMailTest } from './application/send-mail-test.js';
import { WriteMail } from './application/write-mail.js';
import { ExpandMailing } from './mailings/expand-mailing.js';
import { MailingQueries } from './mailings/mailing.queries.js';
import { MoveMailing } from './mailings/move-mailing.js';
import { OptOuts } from './mailings/opt-outs.js';
import { PreviewMailing } from './mailings/preview-mailing.js';
import { SaveMailing } from './mailings/save-mailing.js';
import { MailLinks } from './mails/mail-links.js';
import { DeliveryClaims } from './persistence/delivery-claims.js';
import { DeliveryWriter } from './persistence/delivery-writer.js';

/** Who is told what, and proof that they were. */
@Module({
  imports: [AccountsModule, HttpModule, MailModule, ProgramsModule],
  providers: [
    ExpandEvent,
    SendDelivery,
    RetryDelivery,
    PreviewMail,
    DueDeliveries,
    DeliveryQueries,
    WriteMail,
    MailLinks,
    DeliveryClaims,
    DeliveryWriter,
    MailTemplateQueries,
    ChangeMailText,
    PreviewMailText,
    SendMailTest,
    ExpandMailing,
    MailingQueries,
    MoveMailing,
    OptOuts,
    PreviewMailing,
    SaveMailing,
  ],
  exports: [
    ExpandEvent,
    SendDelivery,
    RetryDelivery,
    PreviewMail,
    DueDeliveries,
    DeliveryQueries,
    MailTemplateQueries,
    ChangeMailText,
    PreviewMailText,
    SendMailTest,
    ExpandMailing,
    MailingQueries,
    MoveMailing,
    OptOuts,
    PreviewMailing,
    SaveMailing,
  ],
})
export class NotificationsModule {}
