import { InvalidInputError } from '#http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsObject, IsOptional } from 'class-validator';

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

  @ApiProperty({ type: String, format: 'binary', description: 'CSV or .xlsx' })
  @IsOptional()
  file?: unknown;
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
