import { MAX_SESSION_MINUTES, MIN_SESSION_MINUTES, parseInstant } from '#sessions';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsDate, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const trimmed = ({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value);

// In an address an unescaped + arrives as a space.
const asInstant = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' ? (parseInstant(value.replace(/ (?=\d{2}:\d{2}$)/, '+')) ?? value) : value;

/** A moment, with its offset from UTC. */
export const InstantField = (options: { required: boolean; description: string }): PropertyDecorator =>
  applyDecorators(
    (options.required ? ApiProperty : ApiPropertyOptional)({
      type: String,
      format: 'date-time',
      description: options.description,
      example: '2027-03-02T18:00:00+01:00',
    }),
    ...(options.required ? [] : [IsOptional()]),
    Transform(asInstant),
    IsDate({ message: 'Give a moment with its offset, such as 2027-03-02T18:00:00+01:00.' }),
  );

/** How long a session takes. */
export const LengthField = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'integer',
      minimum: MIN_SESSION_MINUTES,
      maximum: MAX_SESSION_MINUTES,
      description: 'In minutes; default the length that the program has set',
      example: 45,
    }),
    IsOptional(),
    IsInt({ message: 'Give a whole number of minutes.' }),
    Min(MIN_SESSION_MINUTES, { message: `Give at least ${MIN_SESSION_MINUTES} minutes.` }),
    Max(MAX_SESSION_MINUTES, { message: `Give at most ${MAX_SESSION_MINUTES} minutes.` }),
  );

/** The zone in which two people agreed on a time; whether it exists is checked where it is used. */
export const AgreedZoneField = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: String,
      description: 'IANA name of the zone in which the time was agreed; default one’s own',
      example: 'Europe/Berlin',
    }),
    IsOptional(),
    IsString({ message: 'Name a time zone by continent and city, for example Europe/Berlin.' }),
    MaxLength(64, { message: 'Name a time zone by continent and city, for example Europe/Berlin.' }),
  );

/** A link or a place. */
export const LocationField = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: String,
      maxLength: 500,
      description: 'A link or a place, for the two alone',
      example: 'https://meet.example.org/ada-and-grace',
    }),
    IsOptional(),
    Transform(trimmed),
    IsString({ message: 'Give the link or place as text.' }),
    MaxLength(500, { message: 'Give a link or place of at most 500 characters.' }),
    Matches(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, { message: 'Give the link or place in one line.' }),
  );

/** Why, in the person's own words. */
export const ReasonField = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: String,
      maxLength: 600,
      description: 'For the other person to read',
      example: 'My train is cancelled. Could we take Thursday?',
    }),
    IsOptional(),
    Transform(trimmed),
    IsString({ message: 'Give the reason as text.' }),
    MaxLength(600, { message: 'Give a reason of at most 600 characters.' }),
  );
