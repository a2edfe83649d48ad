import type { Page } from '#kernel';
import type { MyRequests, ReceivedRequests, RequestPerson, RequestView } from '#matching';
import { ApiProperty } from '@nestjs/swagger';
import { REQUEST_STATES } from './request.request.js';

const INSTANT = { type: String, format: 'date-time', nullable: true } as const;
const TEXT = { type: String, nullable: true } as const;

/** A person of a request. */
export class RequestPersonResponse {
  @ApiProperty({ format: 'uuid', description: 'Participation' })
  participationId!: string;

  @ApiProperty({ example: 'Dana Osei' })
  name!: string;

  @ApiProperty({ example: 'Engineering manager' })
  headline!: string;

  @ApiProperty({ example: 'Europe/Berlin' })
  timeZone!: string;
}

const personOf = ({ participationId, name, headline, timeZone }: RequestPerson): RequestPerson => ({
  participationId,
  name,
  headline,
  timeZone,
});

/** The mentee of a request. */
export class RequestMenteeResponse extends RequestPersonResponse {
  @ApiProperty({ ...TEXT, example: 'Lead a small team within a year' })
  goalStatement!: string | null;
}

/** A request as its reader may see it. */
export class RequestResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['draft', ...REQUEST_STATES], example: 'pending' })
  state!: string;

  @ApiProperty({
    ...TEXT,
    enum: ['mentee', 'mentor', null],
    example: 'mentee',
    description: 'Your side; null for an admin',
  })
  you!: string | null;

  @ApiProperty({
    ...TEXT,
    enum: ['mentee', 'mentor', null],
    example: 'mentor',
    description: 'Whose turn it is while it is pending',
  })
  waitsFor!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 1, description: 'Order of choice; for the mentee' })
  rank!: number | null;

  @ApiProperty({ ...TEXT, example: 'I want to lead a team.', description: 'For the two people alone' })
  note!: string | null;

  @ApiProperty({ ...TEXT, example: null })
  question!: string | null;

  @ApiProperty({ ...TEXT, example: null })
  answer!: string | null;

  @ApiProperty({ ...TEXT, example: null })
  decisionReason!: string | null;

  @ApiProperty({ type: RequestPersonResponse })
  mentor!: RequestPersonResponse;

  @ApiProperty({ type: RequestMenteeResponse })
  mentee!: RequestMenteeResponse;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T09:14:02.000Z' })
  createdAt!: string;

  @ApiProperty({ ...INSTANT, example: '2026-03-02T09:14:02.000Z', description: 'When it reached the mentor' })
  pendingAt!: string | null;

  @ApiProperty({ ...INSTANT, example: '2026-03-09T22:59:00.000Z', description: 'Until when it is open' })
  answerBy!: string | null;

  @ApiProperty({ ...INSTANT, example: null })
  closedAt!: string | null;

  @ApiProperty({ ...TEXT, format: 'uuid', example: null })
  mentorshipId!: string | null;

  @ApiProperty({ example: 2 })
  version!: number;

  /** The answer for a request. */
  static from(view: RequestView): RequestResponse {
    return {
      id: view.id,
      state: view.state,
      you: view.you,
      waitsFor: view.waitsFor,
      rank: view.rank,
      note: view.note,
      question: view.question,
      answer: view.answer,
      decisionReason: view.decisionReason,
      mentor: personOf(view.mentor),
      mentee: { ...personOf(view.mentee), goalStatement: view.mentee.goalStatement },
      createdAt: view.createdAt.toISOString(),
      pendingAt: view.pendingAt?.toISOString() ?? null,
      answerBy: view.answerBy?.toISOString() ?? null,
      closedAt: view.closedAt?.toISOString() ?? null,
      mentorshipId: view.mentorshipId,
      version: view.version,
    };
  }
}

/** A mentee's own requests. */
export class MyRequestsResponse {
  @ApiProperty({ type: [RequestResponse], description: 'By rank; then drafts; then what is over' })
  items!: RequestResponse[];

  @ApiProperty({ example: 5, description: 'How many may be open' })
  rankedChoices!: number;

  @ApiProperty({ example: 3, description: 'How many of them wait for mentors at the same time' })
  pendingAtOnce!: number;

  /** The answer for a mentee's requests. */
  static from({ items, rankedChoices, pendingAtOnce }: MyRequests): MyRequestsResponse {
    return { items: items.map((item) => RequestResponse.from(item)), rankedChoices, pendingAtOnce };
  }
}

/** What a mentor was asked. */
export class ReceivedRequestsResponse {
  @ApiProperty({
    type: [RequestResponse],
    description: 'What waits, the most urgent first; then what is over',
  })
  items!: RequestResponse[];

  @ApiProperty({ example: 1, description: 'Places that nobody has' })
  freePlaces!: number;

  /** The answer for a mentor. */
  static from({ items, freePlaces }: ReceivedRequests): ReceivedRequestsResponse {
    return { items: items.map((item) => RequestResponse.from(item)), freePlaces };
  }
}

/** A page of requests. */
export class RequestsResponse {
  @ApiProperty({ type: [RequestResponse] })
  items!: RequestResponse[];

  @ApiProperty({ ...TEXT, example: null })
  nextCursor!: string | null;

  /** The answer for a page. */
  static from({ items, nextCursor }: Page<RequestView>): RequestsResponse {
    return { items: items.map((item) => RequestResponse.from(item)), nextCursor };
  }
}
