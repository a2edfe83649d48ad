import type { Page } from '#kernel';
import { deliveryMachine } from '#lifecycle';
import { type DeliveryCount, type DeliveryView, mailKinds } from '#notifications';
import { ApiProperty } from '@nestjs/swagger';

const AT = '2027-03-01T09:00:00.000Z';
const STATES = [...deliveryMachine.states];
const KINDS = [...mailKinds];

/** A mail as the log shows it: to whom, which and how it went, never what it said. */
export class DeliveryResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072' }) id!: string;
  @ApiProperty({ enum: KINDS, example: 'intro-mentee' }) kind!: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'Of a mail to many',
  })
  mailingId!: string | null;
  @ApiProperty({ enum: STATES, example: 'failed' }) state!: string;
  @ApiProperty({ example: 'Ana Lima', description: 'Empty for somebody without an account' })
  recipientName!: string;
  @ApiProperty({ type: String, nullable: true, example: 'ana@example.org' }) recipientEmail!: string | null;
  @ApiProperty({ description: 'A mail server refused the address for good; nothing more is sent to it' })
  addressSuppressed!: boolean;
  @ApiProperty({ example: 1 }) attempts!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '550 No such mailbox',
    description: 'What the mail server said last, or why the mail was left out',
  })
  lastError!: string | null;
  @ApiProperty({ type: Date, nullable: true, description: 'Of a mail that waits' })
  nextAttemptAt!: Date | null;
  @ApiProperty({ type: Date, example: AT }) createdAt!: Date;
  @ApiProperty({ type: Date, nullable: true, example: AT }) finishedAt!: Date | null;

  static from(view: DeliveryView): DeliveryResponse {
    return { ...view };
  }
}

/** A page of the log. */
export class DeliveriesResponse {
  @ApiProperty({ type: [DeliveryResponse] }) items!: DeliveryResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<DeliveryView>): DeliveriesResponse {
    return { items: items.map((view) => DeliveryResponse.from(view)), nextCursor };
  }
}

/** How many mails of one kind are in one state. */
export class DeliveryCountResponse {
  @ApiProperty({ enum: KINDS, example: 'intro-mentee' }) kind!: string;
  @ApiProperty({ enum: STATES, example: 'sent' }) state!: string;
  @ApiProperty({ example: 42 }) count!: number;
}

/** The mails of a program in figures, without names. */
export class DeliveryCountsResponse {
  @ApiProperty({ example: 42 }) total!: number;
  @ApiProperty({ type: [DeliveryCountResponse], description: 'By kind, then state; zeros are left out' })
  items!: DeliveryCountResponse[];

  static from(counts: readonly DeliveryCount[]): DeliveryCountsResponse {
    return {
      total: counts.reduce((sum, { count }) => sum + count, 0),
      items: counts.map(({ kind, state, count }) => ({ kind, state, count })),
    };
  }
}
