import { sendEmail } from '#contracts';
import { DueDeliveries } from '#notifications';
import { JobBells } from '#queue';
import { Injectable } from '@nestjs/common';

const BATCH = 200;

/** Rings for the mails that are due. */
@Injectable()
export class DeliveryRelay {
  constructor(
    private readonly due: DueDeliveries,
    private readonly bells: JobBells,
  ) {}

  /** One round; answers whether a full batch was found, so that there is probably more. */
  async ringDue(): Promise<boolean> {
    const due = await this.due.takeDue(BATCH);
    const rings = due.map(({ id, urgent }) => ({ key: id, payload: { deliveryId: id }, urgent }));
    await this.bells.ring(sendEmail, rings);
    return due.length === BATCH;
  }
}
