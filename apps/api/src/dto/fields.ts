import { parseInstant } from '#availability';
import { NAMES_ENTRIES } from '#http';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import {
  IsDate,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

/** Text without the white space around it. */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value));

const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;

/** One line without control characters and without those that turn the order of what stands behind them. */
export const OneLine = (message: string): PropertyDecorator => Matches(ONE_LINE, { message });

/** Where null says nothing else than a missing field. */
export const NullIsMissing = (): PropertyDecorator =>
  Transform(({ value }: TransformFnParams): unknown => (value === null ? undefined : value));

/** A list of objects: an entry that is none is named by its place. */
export const ObjectsOnly = (message: string): PropertyDecorator =>
  IsObject({ each: true, message, context: NAMES_ENTRIES });

/** What a field's decorator is told. */
interface FieldOptions {
  readonly example?: unknown;
  readonly description?: string;
  readonly optional?: boolean;
  /** Whether null is another word than leaving it out. */
  readonly nullable?: boolean;
}

const documented = (options: FieldOptions, more: object): PropertyDecorator => {
  const { example, description, optional, nullable } = options;
  const about = {
    ...more,
    ...(nullable === true ? { nullable } : {}),
    example,
    ...(description === undefined ? {} : { description }),
  };
  return optional === true ? applyDecorators(ApiPropertyOptional(about), IsOptional()) : ApiProperty(about);
};

/** One line of text, trimmed. */
export const LineField = (
  options: FieldOptions & { readonly min?: number; readonly max: number },
): PropertyDecorator =>
  applyDecorators(
    documented(options, { type: String, minLength: options.min ?? 0, maxLength: options.max }),
    Trimmed(),
    IsString({ message: 'Give text.' }),
    Length(options.min ?? 0, options.max, {
      message: `Give text of ${options.min ?? 0} to ${options.max} characters.`,
    }),
    OneLine('Give one line without control characters.'),
  );

/** Several lines of text, trimmed. */
export const ParagraphField = (options: FieldOptions & { readonly max: number }): PropertyDecorator =>
  applyDecorators(
    documented(options, { type: String, maxLength: options.max }),
    Trimmed(),
    IsString({ message: 'Give text.' }),
    Length(0, options.max, { message: `Give text of at most ${options.max} characters.` }),
  );

/** A whole number. */
export const WholeField = (
  options: FieldOptions & { readonly min: number; readonly max: number },
): PropertyDecorator => {
  const message = `Give a whole number from ${options.min} to ${options.max}.`;
  return applyDecorators(
    documented(options, { type: 'integer', minimum: options.min, maximum: options.max }),
    IsInt({ message }),
    Min(options.min, { message }),
    Max(options.max, { message }),
  );
};

/** One of a few words. */
export const ChoiceField = (words: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    documented({ example: words[0], ...options }, { type: String, enum: [...words] }),
    IsIn([...words], { message: `Give one of ${words.join(', ')}.` }),
  );

// In an address an unescaped + arrives as a space.
const asInstant = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' ? (parseInstant(value.replace(/ (?=\d{2}:\d{2}$)/, '+')) ?? value) : value;

/** A moment, with its offset from UTC; a `Date` in the class. */
export const InstantField = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    documented({ example: '2027-03-01T09:00:00.000Z', ...options }, { type: String, format: 'date-time' }),
    Transform(asInstant),
    IsDate({ message: 'Give a moment with its offset, such as 2027-03-02T18:00:00+01:00.' }),
  );
