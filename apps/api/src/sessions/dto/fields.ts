import { MAX_SESSION_MINUTES, MIN_SESSION_MINUTES } from '#sessions';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { OneLine, Trimmed } from '../../dto/fields.js';

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
    Trimmed(),
    IsString({ message: 'Give the link or place as text.' }),
    MaxLength(500, { message: 'Give a link or place of at most 500 characters.' }),
    OneLine('Give the link or place in one line.'),
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
    Trimmed(),
    IsString({ message: 'Give the reason as text.' }),
    MaxLength(600, { message: 'Give a reason of at most 600 characters.' }),
  );
