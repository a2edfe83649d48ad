import { PageQuery } from '#http';
import { deliveryMachine, type DeliveryState } from '#lifecycle';
import { type DeliveryFilter, type MailKind, mailKinds } from '#notifications';
import { ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

const STATES = [...deliveryMachine.states];
const KINDS = [...mailKinds];

/** Which mails to list. */
export class DeliveriesQuery extends PageQuery implements DeliveryFilter {
  @ApiPropertyOptional({ enum: STATES, example: 'failed' })
  @IsOptional()
  @IsIn(STATES, { message: `Give one of ${STATES.join(', ')}.` })
  state?: DeliveryState;

  @ApiPropertyOptional({ enum: KINDS, example: 'session-reminder' })
  @IsOptional()
  @IsIn(KINDS, { message: `Give one of ${KINDS.join(', ')}.` })
  kind?: MailKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'Those of one mail to many' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Give the id of a mailing.' })
  mailingId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Those to one person, by a participation of theirs' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Give the id of a participation.' })
  participationId?: string;
}

/** Which mails to count; sponsors may count, so never those to one person. */
export class DeliveryCountsQuery extends PickType(DeliveriesQuery, ['mailingId']) {}
