import { ApiProperty } from '@nestjs/swagger';

/** The same for every address, known or not. */
export class MailSentResponse {
  @ApiProperty({
    type: String,
    example: 'Look into your mailbox: if the address is right, a mail is on its way.',
  })
  readonly message = 'Look into your mailbox: if the address is right, a mail is on its way.';
}
