import type { Page } from '#kernel';
import { REMATCH_STATES, type RematchRequestView } from '#matching';
import { ApiProperty } from '@nestjs/swagger';
import { NamedPersonResponse } from './run.response.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';

/** A request for another partner; the partner never sees it. */
export class RematchRequestResponse {
  @ApiProperty({ format: 'uuid', example: ID }) id!: string;
  @ApiProperty({ format: 'uuid', example: ID }) mentorshipId!: string;
  @ApiProperty({ enum: ['mentee', 'mentor'] }) askedBy!: string;
  @ApiProperty({ type: NamedPersonResponse }) mentee!: NamedPersonResponse;
  @ApiProperty({ type: NamedPersonResponse }) mentor!: NamedPersonResponse;
  @ApiProperty({
    enum: [...REMATCH_STATES],
    description: 'Overtaken: the mentorship was over before it was answered',
    example: 'open',
  })
  state!: string;
  @ApiProperty({ type: String, nullable: true, description: 'For the coordinator' }) note!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The coordinator’s words' }) answer!:
    string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;

  static from(view: RematchRequestView): RematchRequestResponse {
    return {
      ...view,
      answeredAt: view.answeredAt?.toISOString() ?? null,
      createdAt: view.createdAt.toISOString(),
    };
  }
}

/** A page of requests for other partners. */
export class RematchRequestsResponse {
  @ApiProperty({ type: [RematchRequestResponse] }) items!: RematchRequestResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<RematchRequestView>): RematchRequestsResponse {
    return { items: items.map((view) => RematchRequestResponse.from(view)), nextCursor };
  }
}
