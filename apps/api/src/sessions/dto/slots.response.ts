import type { SlotClock, SlotsView, SlotView } from '#sessions';
import { ApiProperty } from '@nestjs/swagger';

/** A slot on one person's clock. */
export class SlotClockResponse {
  @ApiProperty({ example: 'Europe/Berlin' })
  timeZone!: string;

  @ApiProperty({ example: 'Tue 2 Mar, 18:00 (Berlin)' })
  text!: string;

  @ApiProperty({ description: 'Before 07:00 or after 22:00 there', example: false })
  oddHour!: boolean;

  /** The answer for a clock. */
  static from({ timeZone, text, oddHour }: SlotClock): SlotClockResponse {
    return { timeZone, text, oddHour };
  }
}

/** A time that suits both. */
export class SlotResponse {
  @ApiProperty({ format: 'date-time', example: '2027-03-02T17:00:00.000Z' })
  startsAt!: string;

  @ApiProperty({ format: 'date-time', example: '2027-03-02T17:45:00.000Z' })
  endsAt!: string;

  @ApiProperty({ type: SlotClockResponse })
  yours!: SlotClockResponse;

  @ApiProperty({ type: SlotClockResponse })
  theirs!: SlotClockResponse;

  @ApiProperty({ description: 'Both clocks', example: 'Tue 2 Mar, 18:00 (Berlin) / 22:30 (Kolkata)' })
  text!: string;

  /** The answer for a slot. */
  static from(slot: SlotView): SlotResponse {
    return {
      startsAt: slot.startsAt.toISOString(),
      endsAt: slot.endsAt.toISOString(),
      yours: SlotClockResponse.from(slot.yours),
      theirs: SlotClockResponse.from(slot.theirs),
      text: slot.text,
    };
  }
}

/** The times that suit both, earliest first. */
export class SlotsResponse {
  @ApiProperty({ type: [SlotResponse] })
  items!: SlotResponse[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What to do when there is none',
    example: null,
  })
  advice!: string | null;

  /** The answer for a search. */
  static from({ items, advice }: SlotsView): SlotsResponse {
    return { items: items.map((slot) => SlotResponse.from(slot)), advice };
  }
}
