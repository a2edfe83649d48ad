import { InvalidInputError, PageQuery } from '#http';
import type { ChangeKind } from '#profiles';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsOptional } from 'class-validator';
import { ChoiceField, WholeField } from '../../dto/fields.js';

/** Fields beside the file of an upload (multipart/form-data). */
export class UploadImportRequest {
  @ApiProperty({ enum: ['mentors', 'mentees', 'pairs'], example: 'mentors' })
  @IsIn(['mentors', 'mentees', 'pairs'])
  kind!: 'mentors' | 'mentees' | 'pairs';

  @ApiPropertyOptional({
    type: String,
    description: 'JSON object of our column → header of the file; the one used last when missing',
    example: '{"email":"Work address"}',
  })
  @IsOptional()
  @Transform(({ value }) => parseMapping(value))
  @IsObject()
  mapping?: Record<string, string>;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'The list names everybody of its role: whoever came by an import and is missing is paused',
  })
  @IsOptional()
  @Transform(({ value }): unknown => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'Give true or false.' })
  fullList?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Write to nobody yet: a wave of invitations does, some people at a time',
  })
  @IsOptional()
  @Transform(({ value }): unknown => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'Give true or false.' })
  holdMails?: boolean;

  @ApiProperty({ type: String, format: 'binary', description: 'CSV or .xlsx' })
  @IsOptional()
  file?: unknown;
}

/** A yes to a preview. */
export class ApplyImportRequest {
  @WholeField({
    min: 0,
    max: 1_000_000,
    optional: true,
    example: 42,
    description: 'How many people a full list may pause; needed, and exact, beyond a tenth of them',
  })
  confirmPauses?: number;
}

/** Words for what a list does to a person. */
export const CHANGES = ['new', 'changed', 'unchanged', 'returning', 'stays-out'] as const;

/** Query of the list of differences. */
export class DifferencesQuery extends PageQuery {
  @ChoiceField(CHANGES, { optional: true, example: 'changed' })
  change?: ChangeKind;
}

function parseMapping(value: unknown): Record<string, string> {
  try {
    const mapping: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    const entries =
      typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping)
        ? Object.entries(mapping)
        : null;
    if (entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string'))
      return Object.fromEntries(entries);
  } catch {
    // Told below.
  }
  throw new InvalidInputError([
    { path: 'mapping', message: 'Send a JSON object of our column to the header in the file.' },
  ]);
}
