import { AccountsModule } from '#accounts';
import { MailModule } from '#mail';
import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { DeliveryQueries } from './application/delivery.queries.js';
import { DueDeliveries } from './application/due-deliveries.js';
import { ExpandEvent } from './application/expand-event.js';
import { PreviewMail } from './application/preview-mail.js';
import { RetryDelivery } from './application/retry-delivery.js';
import { SendDelivery } from './application/send-delivery.js';
import { WriteMail } from './application/write-mail.js';
import { MailLinks } from './mails/mail-links.js';
import { DeliveryClaims } from './persistence/delivery-claims.js';

/** Who is told what, and proof that they were. */
@Module({
  imports: [AccountsModule, MailModule, ProgramsModule],
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
  ],
  exports: [ExpandEvent, SendDelivery, RetryDelivery, PreviewMail, DueDeliveries, DeliveryQueries],
})
export class NotificationsModule {}
