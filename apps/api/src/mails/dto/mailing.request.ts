import {
  MAILING_PAGES,
  type MailingInput,
  type MailingPage,
  type MailingStep,
  MOST_DAYS,
  MOST_STEPS,
  type Segment,
  SEGMENT_CONDITIONS,
  SEGMENT_STATES,
  type SegmentCondition,
} from '#notifications';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ChoiceField,
  InstantField,
  LineField,
  ObjectsOnly,
  ParagraphField,
  WholeField,
} from '../../dto/fields.js';

const PAGES = [...Object.keys(MAILING_PAGES), 'invitation'] as MailingPage[];
const STATES = [...SEGMENT_STATES];
const DEFAULT_STATES: Segment['states'] = ['approved', 'active'];
const STEPS = 'Give a list of {"afterDays", "subject", "text"}.';
const SEGMENT = 'Give {"audience"} and what narrows it.';

/** Whom a mailing goes to. */
export class SegmentRequest {
  @ChoiceField(['participants', 'invited'], {
    description: 'Those who take part, or addresses that were invited and have not answered',
  })
  audience!: Segment['audience'];

  @ChoiceField(['mentee', 'mentor'], { optional: true, example: 'mentee', description: 'Both when missing' })
  role?: 'mentee' | 'mentor';

  @ApiPropertyOptional({
    enum: STATES,
    isArray: true,
    example: ['approved', 'active'],
    description: 'Of participants',
  })
  @IsOptional()
  @IsArray({ message: `Give a list of ${STATES.join(', ')}.` })
  @ArrayMinSize(1, { message: 'Give at least one state.' })
  @ArrayUnique({ message: 'Give each state once.' })
  @IsIn(STATES, { each: true, message: `Give a list of ${STATES.join(', ')}.` })
  states?: Segment['states'][number][];

  @ChoiceField(SEGMENT_CONDITIONS, {
    optional: true,
    example: 'not-ready',
    description:
      'not-ready: something of the profile is missing; not-confirmed: the privacy notice was not confirmed',
  })
  condition?: SegmentCondition;

  @ApiPropertyOptional({ format: 'uuid', description: 'For enrolled and not-enrolled' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Give the id of a cohort.' })
  cohortId?: string;
}

/** A button. */
export class MailingButtonRequest {
  @LineField({ min: 1, max: 60, example: 'Fill in your profile' })
  label!: string;

  @ChoiceField(PAGES, {
    example: 'profile',
    description: '"invitation" for those invited, and only for them',
  })
  page!: MailingPage;
}

/** One mail of a series. */
export class MailingStepRequest {
  @WholeField({
    min: 0,
    max: MOST_DAYS,
    optional: true,
    example: 0,
    description: 'Days after the first mail',
  })
  afterDays?: number;

  @LineField({ min: 1, max: 200, example: 'Your profile is nearly there, {{recipient_name}}' })
  subject!: string;

  @ParagraphField({
    max: 5_000,
    example: 'Dear {{recipient_name}},\n\nthe round starts on Monday. Please fill in what is missing.',
    description:
      'Plain text, paragraphs between empty lines; tokens: recipient_name, program_name, contact_name, role',
  })
  text!: string;

  @ApiPropertyOptional({ type: MailingButtonRequest })
  @IsOptional()
  @IsObject({ message: 'Give {"label", "page"}.' })
  @ValidateNested({ message: 'Give {"label", "page"}.' })
  @Type(() => MailingButtonRequest)
  button?: MailingButtonRequest;
}

/** A mail, or a series, to many. */
export class MailingRequest {
  @LineField({ min: 1, max: 120, example: 'Profiles before the spring round' })
  name!: string;

  @ApiProperty({ type: SegmentRequest })
  @IsObject({ message: SEGMENT })
  @ValidateNested({ message: SEGMENT })
  @Type(() => SegmentRequest)
  segment!: SegmentRequest;

  @ApiProperty({
    type: [MailingStepRequest],
    minItems: 1,
    maxItems: MOST_STEPS,
    description: 'Later ones go only to those who still belong to the segment',
  })
  @IsArray({ message: STEPS })
  @ArrayMinSize(1, { message: 'Give at least one mail.' })
  @ArrayMaxSize(MOST_STEPS, { message: `Give at most ${MOST_STEPS} mails.` })
  @ObjectsOnly(STEPS)
  @ValidateNested({ each: true, message: STEPS })
  @Type(() => MailingStepRequest)
  steps!: MailingStepRequest[];
}

/** What the use case wants, defaults filled in. */
export function toMailingInput({ name, segment, steps }: MailingRequest): MailingInput {
  return {
    name,
    segment: {
      audience: segment.audience,
      role: segment.role ?? null,
      states: segment.states ?? DEFAULT_STATES,
      condition: segment.condition ?? 'everybody',
      cohortId: segment.cohortId ?? null,
    },
    steps: steps.map(toStep),
  };
}

function toStep({ afterDays, subject, text, button }: MailingStepRequest): MailingStep {
  return {
    afterDays: afterDays ?? 0,
    subject,
    text,
    button: button === undefined ? null : { label: button.label, page: button.page },
  };
}

/** When to send it. */
export class SendMailingRequest {
  @InstantField({ optional: true, description: 'At once when missing or past' })
  sendAt?: Date;
}

/** Which mail of the series to show. */
export class PreviewMailingRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_STEPS, default: 1, example: 1 })
  @IsOptional()
  @IsInt({ message: `Give a number from 1 to ${MOST_STEPS}.` })
  @Min(1, { message: `Give a number from 1 to ${MOST_STEPS}.` })
  @Max(MOST_STEPS, { message: `Give a number from 1 to ${MOST_STEPS}.` })
  mail?: number;
}
