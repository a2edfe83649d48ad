import { sendEmail, type SendEmailPayload } from '#contracts';
import { SendDelivery } from '#notifications';
import type { JobHandler } from '#queue';
import { Injectable } from '@nestjs/common';

/** Sends one mail. */
@Injectable()
export class SendEmailProcessor implements JobHandler<SendEmailPayload> {
  readonly job = sendEmail;

  constructor(private readonly sendDelivery: SendDelivery) {}

  async handle({ deliveryId }: SendEmailPayload): Promise<void> {
    await this.sendDelivery.execute(deliveryId);
  }
}
