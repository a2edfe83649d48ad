import type { FieldProblem } from '#kernel';
import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { InvalidInputError } from '../problem/http.errors.js';

function flatten(errors: readonly ValidationError[], path: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const here = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      path: here,
      message: rule === 'whitelistValidation' ? 'This field is unknown; remove it.' : message,
    }));
    return [...own, ...flatten(error.children ?? [], here)];
  });
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
