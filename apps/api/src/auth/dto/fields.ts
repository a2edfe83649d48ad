import { PASSWORD_MAX, PASSWORD_MIN } from '#accounts';
import { isEmail } from '#roster';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches, MaxLength, ValidateBy } from 'class-validator';
import { NullIsMissing, OneLine, Trimmed } from '../../dto/fields.js';

/** An address of mail; case does not matter. */
export const EmailField = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'email', maxLength: 254, example: 'ada@example.org' }),
    Trimmed(),
    // The one rule of the product for addresses: quotes, comments and invisible characters are none of it.
    ValidateBy({
      name: 'isEmail',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isEmail(value.normalize('NFC')),
        defaultMessage: () => 'Give an address of mail such as ada@example.org, of at most 254 characters.',
      },
    }),
  );

/** A password that is being chosen; its rules are checked where it is set. */
export const NewPasswordField = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: String,
      format: 'password',
      minLength: PASSWORD_MIN,
      maxLength: PASSWORD_MAX,
      example: 'seven tall purple lighthouses',
    }),
    IsString({ message: 'Give a password as text.' }),
    MaxLength(1_000, { message: `Choose a password of at most ${PASSWORD_MAX} characters.` }),
  );

/** A password that is to be checked. */
export const PasswordField = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'password', example: 'seven tall purple lighthouses' }),
    IsString({ message: 'Give a password as text.' }),
    Length(1, 1_000, { message: 'Give your password.' }),
  );

/** What somebody is called. */
export const NameField = (required = true): PropertyDecorator =>
  applyDecorators(
    (required ? ApiProperty : ApiPropertyOptional)({
      type: String,
      minLength: 1,
      maxLength: 120,
      example: 'Ada Lovelace',
    }),
    ...(required ? [] : [IsOptional()]),
    Trimmed(),
    IsString({ message: 'Give a name as text.' }),
    Length(1, 120, { message: 'Give a name of 1 to 120 characters.' }),
    OneLine('Give a name in one line, without control characters.'),
  );

/** A time zone; which ones there are is checked where it is set. */
export const TimeZoneField = (required = true): PropertyDecorator =>
  applyDecorators(
    (required ? ApiProperty : ApiPropertyOptional)({
      type: String,
      description: 'Name from the IANA database',
      example: 'Europe/Berlin',
    }),
    ...(required ? [] : [IsOptional()]),
    IsString({ message: 'Name a time zone by continent and city, for example Europe/Berlin.' }),
    MaxLength(64, { message: 'Name a time zone by continent and city, for example Europe/Berlin.' }),
  );

/** Language and region in which dates and numbers are written. */
export const LocaleField = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, description: 'BCP 47', example: 'en-GB', default: 'en' }),
    NullIsMissing(),
    IsOptional(),
    Matches(/^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?$/, {
      message: 'Give a language such as en or en-GB.',
    }),
  );

/** The secret part of a link that was mailed. */
export const LinkTokenField = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: String,
      description: 'What follows /l/ in the link of the mail',
      example: 'AZqhYQfdd4iF8P1n0S1QbA.e8cQ0mXWb0m3F0R1f3o9Y6gk2vUqL5dJt7sHn4xPzKc',
    }),
    IsString({ message: 'Give the token from the link in the mail.' }),
    MaxLength(200, { message: 'Give the token from the link in the mail, unchanged.' }),
  );
