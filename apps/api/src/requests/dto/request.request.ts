import { PageQuery } from '#http';
import { REQUEST_NOTE_MAX, REQUEST_TEXT_MAX } from '#matching';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ChoiceField, ObjectsOnly, ParagraphField } from '../../dto/fields.js';

/** States that admins may ask for. */
export const REQUEST_STATES = [
  'queued',
  'awaiting_admin',
  'pending',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'superseded',
] as const;

const NOTE = 'I want to lead a team. I have led one project on the side. You have made that step.';
const MOST_CHOICES = 20;

/** A mentor and why they are asked. */
export class MentorChoiceRequest {
  @ApiProperty({ format: 'uuid', description: 'Participation of the mentor' })
  @IsUUID('all', { message: 'Give the participation of a mentor.' })
  mentorId!: string;

  @ParagraphField({
    max: REQUEST_NOTE_MAX,
    example: NOTE,
    description: 'What I want to change, what I tried, why you',
  })
  note!: string;
}

/** Mentors to ask, the dearest first. */
export class AskMentorsRequest {
  @ApiProperty({ type: [MentorChoiceRequest], minItems: 1, maxItems: MOST_CHOICES })
  @IsArray({ message: 'Give a list of choices.' })
  @ArrayMinSize(1, { message: 'Choose one mentor at least.' })
  @ArrayMaxSize(MOST_CHOICES, { message: `Choose at most ${MOST_CHOICES} mentors.` })
  @ObjectsOnly('Give a list of {"mentorId", "note"}.')
  @ValidateNested({ each: true })
  @Type(() => MentorChoiceRequest)
  choices!: MentorChoiceRequest[];
}

/** The choices that wait for their turn, in a new order. */
export class ReorderRequestsRequest {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: MOST_CHOICES })
  @IsArray({ message: 'Give a list of ids.' })
  @ArrayMaxSize(MOST_CHOICES, { message: `Give at most ${MOST_CHOICES} ids.` })
  @IsUUID('all', { each: true, message: 'Give ids of requests.' })
  requestIds!: string[];
}

/** What a draft is changed to. */
export class EditDraftRequest {
  @ParagraphField({ max: REQUEST_NOTE_MAX, example: NOTE })
  note!: string;
}

/** A no. */
export class DeclineRequestRequest {
  @ParagraphField({
    max: REQUEST_TEXT_MAX,
    optional: true,
    example: 'I am busy until June. Priya knows more about this than I do.',
    description: 'Shown to the mentee',
  })
  reason?: string | null;
}

/** "Tell me more". */
export class AskMoreRequest {
  @ParagraphField({ max: REQUEST_TEXT_MAX, example: 'Which part of leading would you like to begin with?' })
  question!: string;
}

/** The answer to it. */
export class AnswerMoreRequest {
  @ParagraphField({
    max: REQUEST_TEXT_MAX,
    example: 'Giving feedback to people who were my peers last month.',
  })
  answer!: string;
}

/** Query of the admin's list. */
export class RequestsQuery extends PageQuery {
  @ChoiceField(REQUEST_STATES, { optional: true, example: 'pending' })
  state?: string;

  @ApiProperty({ format: 'uuid', required: false, description: 'Participation of either side' })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id of a participation.' })
  participationId?: string;
}
