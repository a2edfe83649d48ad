import type { FieldProblem } from '#kernel';
import { ValidationPipe } from '@nestjs/common';
import { isObject, type ValidationError } from 'class-validator';
import { InvalidInputError } from '../problem/http.errors.js';

function flatten(errors: readonly ValidationError[], path: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const here = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).flatMap(([rule, message]) =>
      placesOf(error, rule, here).map((place) => ({
        path: place,
        message: rule === 'whitelistValidation' ? 'This field is unknown; remove it.' : message,
      })),
    );
    return [...own, ...flatten(error.children ?? [], here)];
  });
}

/** The context of an "each" rule for objects whose problems name the entries rather than the list. */
export const NAMES_ENTRIES = { names: 'entries' };

function placesOf(error: ValidationError, rule: string, path: string): string[] {
  const value: unknown = error.value;
  const context = error.contexts?.[rule] as Partial<typeof NAMES_ENTRIES> | undefined;
  if (context?.names !== NAMES_ENTRIES.names || !Array.isArray(value)) return [path];
  const wrong = value.flatMap((entry, index) => (isObject(entry) ? [] : [`${path}.${index}`]));
  return wrong.length > 0 ? wrong : [path];
}

/** Checks DTOs at the edge: unknown fields are refused, each problem names its field. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidInputError(flatten(errors, '')),
  });
}
