import type { Page } from '#kernel';
import type { ConfirmationView, MentorshipCounts, MentorshipView, PartnerView } from '#mentorships';
import { ApiProperty } from '@nestjs/swagger';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';

/** One of the two. */
export class PartnerResponse {
  @ApiProperty({ format: 'uuid', example: ID }) participationId!: string;
  @ApiProperty({ example: 'Grace Hopper' }) name!: string;
  @ApiProperty({ example: 'Europe/Berlin' }) timeZone!: string;
  @ApiProperty({
    type: String,
    format: 'email',
    nullable: true,
    description: 'Only between the two while it is under way, and for admins',
  })
  email!: string | null;

  static from(view: PartnerView): PartnerResponse {
    return view;
  }
}

const ANSWERS = ['awaited', 'confirmed', 'declined', 'not-asked'];

/** How far the answers to a proposal are. */
export class ConfirmationResponse {
  @ApiProperty({ format: 'date-time', description: 'Until when those who are asked can answer' })
  answerBy!: string;
  @ApiProperty({ enum: ANSWERS, example: 'awaited' }) mentor!: string;
  @ApiProperty({ enum: ANSWERS, example: 'confirmed' }) mentee!: string;

  static from(view: ConfirmationView): ConfirmationResponse {
    return { ...view, answerBy: view.answerBy.toISOString() };
  }
}

/** A mentorship, as its reader may see it. */
export class MentorshipResponse {
  @ApiProperty({ format: 'uuid', example: ID }) id!: string;
  @ApiProperty({ enum: ['proposed', 'active', 'paused', 'completed', 'ended'] }) state!: string;
  @ApiProperty({ enum: ['run', 'request', 'import', 'admin'] }) source!: string;
  @ApiProperty({ format: 'date-time' }) startedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'For whoever gave it and for admins' })
  endReason!: string | null;
  @ApiProperty({ type: PartnerResponse }) mentor!: PartnerResponse;
  @ApiProperty({ type: PartnerResponse }) mentee!: PartnerResponse;
  @ApiProperty({ type: String, enum: ['mentor', 'mentee'], nullable: true, description: 'The reader’s side' })
  you!: string | null;
  @ApiProperty({ type: [String], description: 'Why these two, for the reader’s side' })
  reasons!: readonly string[];
  @ApiProperty({
    type: ConfirmationResponse,
    nullable: true,
    description: 'The answers to its proposal; null where nobody is asked',
  })
  confirmation!: ConfirmationResponse | null;
  @ApiProperty({ example: 1 }) version!: number;

  static from(view: MentorshipView): MentorshipResponse {
    return {
      ...view,
      startedAt: view.startedAt.toISOString(),
      endsAt: view.endsAt?.toISOString() ?? null,
      endedAt: view.endedAt?.toISOString() ?? null,
      confirmation: view.confirmation === null ? null : ConfirmationResponse.from(view.confirmation),
    };
  }
}

/** A page of mentorships. */
export class MentorshipsResponse {
  @ApiProperty({ type: [MentorshipResponse] }) items!: MentorshipResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<MentorshipView>): MentorshipsResponse {
    return { items: items.map((view) => MentorshipResponse.from(view)), nextCursor };
  }
}

/** How many mentorships are in which state. */
export class MentorshipCountsResponse {
  @ApiProperty({ example: 0 }) proposed!: number;
  @ApiProperty({ example: 57 }) active!: number;
  @ApiProperty({ example: 2 }) paused!: number;
  @ApiProperty({ example: 12 }) completed!: number;
  @ApiProperty({ example: 3 }) ended!: number;

  static from(counts: MentorshipCounts): MentorshipCountsResponse {
    return counts;
  }
}
