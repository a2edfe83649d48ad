import type { Page } from '#kernel';
import type { AttendeeView, CancellationView, SessionView } from '#sessions';
import { sessionMachine } from '#lifecycle';
import { ApiProperty } from '@nestjs/swagger';

const SIDES = ['mentor', 'mentee'] as const;

/** Somebody who takes part. */
export class AttendeeResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073' })
  participationId!: string;

  @ApiProperty({ enum: SIDES, example: 'mentor' })
  role!: 'mentor' | 'mentee';

  @ApiProperty({ example: 'Grace Hopper' })
  name!: string;

  @ApiProperty({ example: 'America/New_York' })
  timeZone!: string;

  /** The answer for an attendee. */
  static from({ participationId, role, name, timeZone }: AttendeeView): AttendeeResponse {
    return { participationId, role, name, timeZone };
  }
}

/** How a session was cancelled. */
export class CancellationResponse {
  @ApiProperty({ format: 'date-time', example: '2027-03-01T08:30:00.000Z' })
  at!: string;

  @ApiProperty({ description: 'Within the hours that the program calls late', example: false })
  late!: boolean;

  @ApiProperty({ example: true })
  byYou!: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'My train is cancelled. Could we take Thursday?' })
  reason!: string | null;

  /** The answer for a cancellation. */
  static from({ at, late, byYou, reason }: CancellationView): CancellationResponse {
    return { at: at.toISOString(), late, byYou, reason };
  }
}

/** A session, as its reader may see it. */
export class SessionResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6074' })
  id!: string;

  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6075' })
  mentorshipId!: string;

  @ApiProperty({ enum: sessionMachine.states, example: 'scheduled' })
  state!: string;

  @ApiProperty({ format: 'date-time', example: '2027-03-02T17:00:00.000Z' })
  startsAt!: string;

  @ApiProperty({ format: 'date-time', example: '2027-03-02T17:45:00.000Z' })
  endsAt!: string;

  @ApiProperty({ description: 'The zone in which the time was agreed', example: 'Europe/Berlin' })
  timeZone!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'A link or a place; null for program admins',
    example: 'https://meet.example.org/ada-and-grace',
  })
  location!: string | null;

  @ApiProperty({ type: String, enum: SIDES, nullable: true, description: 'Your side', example: 'mentee' })
  you!: 'mentor' | 'mentee' | null;

  @ApiProperty({ type: [AttendeeResponse] })
  attendees!: AttendeeResponse[];

  @ApiProperty({ example: true })
  bookedByYou!: boolean;

  @ApiProperty({ type: CancellationResponse, nullable: true })
  cancelled!: CancellationResponse | null;

  @ApiProperty({ description: 'SEQUENCE of the calendar entry', example: 0 })
  sequence!: number;

  @ApiProperty({ description: 'For If-Match, as in the header ETag', example: 1 })
  version!: number;

  /** The answer for a session. */
  static from(session: SessionView): SessionResponse {
    return {
      id: session.id,
      mentorshipId: session.mentorshipId,
      state: session.state,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      timeZone: session.timeZone,
      location: session.location,
      you: session.you,
      attendees: session.attendees.map((one) => AttendeeResponse.from(one)),
      bookedByYou: session.bookedByYou,
      cancelled: session.cancelled === null ? null : CancellationResponse.from(session.cancelled),
      sequence: session.sequence,
      version: session.version,
    };
  }
}

/** A page of sessions, by time. */
export class SessionsResponse {
  @ApiProperty({ type: [SessionResponse] })
  items!: SessionResponse[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;

  /** The answer for a page. */
  static from(page: Page<SessionView>): SessionsResponse {
    return { items: page.items.map((one) => SessionResponse.from(one)), nextCursor: page.nextCursor };
  }
}
