import { type MailText, TEXT_STYLES } from '#notifications';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { ChoiceField, LineField, ObjectsOnly, ParagraphField } from '../../dto/fields.js';

const BLOCKS = 'Give a list of {"style", "text"}.';

/** A piece of a mail's text. */
export class TextBlockRequest {
  @ChoiceField(TEXT_STYLES, { example: 'paragraph' })
  style!: (typeof TEXT_STYLES)[number];

  @ParagraphField({
    max: 2_000,
    example: '{{mentor_name}} said yes.',
    description:
      'Plain text with tokens. A part such as {{buttons}} stands alone. A block whose token is empty is left out',
  })
  text!: string;
}

/** What a mail says: plain text with the tokens that the list of texts names. */
export class MailTextRequest implements MailText {
  @LineField({ min: 1, max: 200, example: '{{mentor_name}} said yes' })
  subject!: string;

  @LineField({
    max: 200,
    example: 'Your introduction follows.',
    description: 'Shown after the subject in lists',
  })
  preheader!: string;

  @ApiProperty({
    type: [TextBlockRequest],
    minItems: 1,
    maxItems: 30,
    example: [
      { style: 'heading', text: '{{mentor_name}} said yes' },
      { style: 'paragraph', text: 'Your introduction comes in a mail of its own.' },
      { style: 'paragraph', text: '{{buttons}}' },
    ],
  })
  @IsArray({ message: BLOCKS })
  @ArrayMinSize(1, { message: 'Give at least one block.' })
  @ArrayMaxSize(30, { message: 'Give at most 30 blocks.' })
  @ObjectsOnly(BLOCKS)
  @ValidateNested({ each: true, message: BLOCKS })
  @Type(() => TextBlockRequest)
  blocks!: TextBlockRequest[];
}

/** What to show. */
export class PreviewMailTextRequest {
  @ApiPropertyOptional({
    type: MailTextRequest,
    description: 'A text that is being written; the present one without',
  })
  @IsOptional()
  @IsObject({ message: 'Give {"subject", "preheader", "blocks"}.' })
  @ValidateNested({ message: 'Give {"subject", "preheader", "blocks"}.' })
  @Type(() => MailTextRequest)
  text?: MailTextRequest;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Whose name stands in it, by participation; your own without',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'Give the id of a participation.' })
  participationId?: string;
}
