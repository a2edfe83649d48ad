import type { OptOutView } from '#notifications';
import { ApiProperty } from '@nestjs/swagger';

/** Whether somebody gets mails to many. */
export class OptOutResponse {
  @ApiProperty({ example: 'Northwind Mentoring' }) programName!: string;
  @ApiProperty({ example: true, description: 'They get none' }) unsubscribed!: boolean;

  static from({ programName, isOut }: OptOutView): OptOutResponse {
    return { programName, unsubscribed: isOut };
  }
}
