import type { AnswerFacts, AnswerPlan, AnswerView } from '#matching';
import type { Page } from '#kernel';
import type { MailPreview } from '#notifications';
import { ApiProperty } from '@nestjs/swagger';
import { NamedPersonResponse } from './run.response.js';

const WHYS = [
  'places-taken',
  'partners-placed',
  'nobody-suits',
  'nobody-there',
  'match-open',
  'match-fell-through',
  'not-ready',
  'no-place',
  'joined-late',
];
const HELPS = [
  'skills-or-goals',
  'times',
  'languages',
  'places',
  'profile',
  'privacy-notice',
  'resume',
  'come-back',
  'await-approval',
];

/** What an answer says. */
export class AnswerFactsResponse {
  @ApiProperty({ enum: WHYS, example: 'places-taken' }) why!: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'How many of the other side cover what was asked for',
    example: 4,
  })
  suitable!: number | null;
  @ApiProperty({ enum: HELPS, isArray: true, description: 'What would open more', example: ['times'] })
  help!: readonly string[];
  @ApiProperty({ description: 'A mentor who goes on with earlier mentees', example: false })
  hasPartners!: boolean;

  static from(facts: AnswerFacts): AnswerFactsResponse {
    return facts;
  }
}

/** The answer to somebody without a partner. */
export class AnswerResponse {
  @ApiProperty({ type: NamedPersonResponse }) person!: NamedPersonResponse;
  @ApiProperty({ enum: ['mentor', 'mentee'] }) role!: string;
  @ApiProperty({
    enum: ['told', 'waiting', 'kept-back', 'not-published'],
    description: 'Kept back: a pair of theirs can still be published',
    example: 'waiting',
  })
  state!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When they were or will be told',
  })
  at!: string | null;
  @ApiProperty({ type: AnswerFactsResponse }) facts!: AnswerFactsResponse;

  static from({ person, role, state, at, facts }: AnswerView): AnswerResponse {
    return { person, role, state, at: at?.toISOString() ?? null, facts: AnswerFactsResponse.from(facts) };
  }
}

/** When the answers of a publication are due. */
export class AnswerPlanResponse {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When those left over are told; null before the publication',
  })
  tellAt!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When those whose pairs are kept back are told at the latest',
  })
  holdUntil!: string | null;
  @ApiProperty({ description: 'Of the run: what If-Match asks for', example: 4 }) version!: number;

  static from({ tellAt, holdUntil, version }: AnswerPlan): AnswerPlanResponse {
    return { tellAt: tellAt?.toISOString() ?? null, holdUntil: holdUntil?.toISOString() ?? null, version };
  }
}

/** A page of answers, mentees first, and when they are due. */
export class AnswersResponse extends AnswerPlanResponse {
  @ApiProperty({ type: [AnswerResponse] }) items!: AnswerResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static of(plan: AnswerPlan, { items, nextCursor }: Page<AnswerView>): AnswersResponse {
    const { tellAt, holdUntil, version } = AnswerPlanResponse.from(plan);
    return {
      tellAt,
      holdUntil,
      version,
      items: items.map((view) => AnswerResponse.from(view)),
      nextCursor,
    };
  }
}

/** A mail as it would be sent now. */
export class MailPreviewResponse {
  @ApiProperty({ example: 'No mentor for you yet in Northwind Mentoring' }) subject!: string;
  @ApiProperty({ example: '4 mentors cover what you asked for, and all their places went.' }) text!: string;
}

/** One answer with its mail. */
export class AnswerDetailResponse extends AnswerResponse {
  @ApiProperty({
    type: MailPreviewResponse,
    nullable: true,
    description: 'As it would be sent now; null where it would not be sent any more',
  })
  mail!: MailPreviewResponse | null;

  static of(view: AnswerView, mail: MailPreview | null): AnswerDetailResponse {
    const { person, role, state, at, facts } = AnswerResponse.from(view);
    return { person, role, state, at, facts, mail };
  }
}
