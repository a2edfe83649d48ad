import { IsUUID } from 'class-validator';
import type { JobContract } from './job-contract.js';

/** Payload of the job that sends one mail. */
export class SendEmailPayload {
  @IsUUID()
  deliveryId!: string;
}

/** Claims a delivery, renders it and hands it to the mail server. */
export const sendEmail: JobContract<SendEmailPayload> = {
  name: 'notification.send-email',
  queue: 'mail',
  version: 1,
  payload: SendEmailPayload,
};
