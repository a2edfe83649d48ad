import type { Actor } from '#accounts';
import { NotSignedInError } from '#http';
import type { ProgramActor } from '#programs';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { GuardedRequest } from './auth.guard.js';

/** Parameter: whoever is signed in. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { user } = context.switchToHttp().getRequest<GuardedRequest>();
  if (user === undefined) throw new NotSignedInError();
  return user;
});

/** Parameter: whoever is signed in, with their participations in the program of the path. */
export const CurrentMember = createParamDecorator(
  (_data: unknown, context: ExecutionContext): ProgramActor => {
    const { programActor } = context.switchToHttp().getRequest<GuardedRequest>();
    if (programActor === undefined) throw new NotSignedInError();
    return programActor;
  },
);
