import type { ProgramRole } from '#programs';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';
import { ChoiceField, InstantField, LineField, ParagraphField, WholeField } from '../../dto/fields.js';
import { ROLES } from './program.response.js';

/** People to invite by mail. */
export class InviteByEmailRequest {
  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: 500,
    example: ['ada@example.org', 'grace@example.org'],
  })
  @IsArray({ message: 'Give a list of addresses.' })
  @ArrayMinSize(1, { message: 'Give at least one address.' })
  @ArrayMaxSize(500, { message: 'Invite at most 500 people at once.' })
  @IsString({ each: true, message: 'Give addresses as text.' })
  @MaxLength(254, { each: true, message: 'Give addresses of at most 254 characters.' })
  emails!: string[];

  @ChoiceField(ROLES)
  role!: ProgramRole;

  @ParagraphField({ max: 2_000, optional: true, example: 'We would love to have you.' })
  note?: string;
}

/** A link that several people may use. */
export class CreateInvitationLinkRequest {
  @ChoiceField(['mentee', 'mentor'])
  role!: 'mentee' | 'mentor';

  @WholeField({ min: 1, max: 10_000, example: 50, description: 'How many people may join by it' })
  maxUses!: number;

  @InstantField()
  expiresAt!: Date;

  @ParagraphField({ max: 2_000, optional: true, example: 'For everybody of the spring class.' })
  note?: string;
}

/** The secret part of an invitation's link. */
export class AcceptInvitationRequest {
  @LineField({
    min: 1,
    max: 200,
    example: 'AZqhYQfdd4iF8P1n0S1QbA.e8cQ0mXWb0m3F0R1f3o9Y6gk2vUqL5dJt7sHn4xPzKc',
    description: 'What follows /i/ in the link of the invitation',
  })
  token!: string;
}
