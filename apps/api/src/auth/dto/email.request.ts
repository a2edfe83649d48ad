import { EmailField } from './fields.js';

/** To whom a mail is to go. */
export class EmailRequest {
  @EmailField() email!: string;
}
