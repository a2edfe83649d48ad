import { PageQuery } from '#http';
import { deliveryMachine, type DeliveryState } from '#lifecycle';
import { type MailKind, mailKinds } from '#notifications';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const STATES = [...deliveryMachine.states];
const KINDS = [...mailKinds];

/** Which mails to list. */
export class DeliveriesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES, example: 'failed' })
  @IsOptional()
  @IsIn(STATES, { message: `Give one of ${STATES.join(', ')}.` })
  state?: DeliveryState;

  @ApiPropertyOptional({ enum: KINDS, example: 'session-reminder' })
  @IsOptional()
  @IsIn(KINDS, { message: `Give one of ${KINDS.join(', ')}.` })
  kind?: MailKind;
}
