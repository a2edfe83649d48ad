import { NotificationsModule } from '#notifications';
import { Module } from '@nestjs/common';
import { DeliveriesController } from './deliveries.controller.js';

/** Routes of the mail log. */
@Module({ imports: [NotificationsModule], controllers: [DeliveriesController] })
export class DeliveriesApiModule {}
