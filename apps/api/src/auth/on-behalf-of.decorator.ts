import { InvalidInputError, NotSignedInError } from '#http';
import { type ActingMember, refuseUnlessMayStandIn } from '#programs';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { GuardedRequest } from './auth.guard.js';

const HEADER = 'On-Behalf-Of';

/** Documents that admins may do this in somebody's place. */
export const MayStandIn = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: HEADER,
      required: false,
      description:
        'For whoever runs the program: the participation in whose place it is done. That person reads of it, and gets a mail.',
    }),
  );

/**
 * Parameter: whoever is signed in, with the participation in whose place they act.
 *
 * @throws InvalidInputError for a header that is no id, NotAllowedError for those who do not run the program
 */
export const CurrentActingMember = createParamDecorator(
  (_data: unknown, context: ExecutionContext): ActingMember => {
    const { programActor, headers } = context.switchToHttp().getRequest<GuardedRequest>();
    if (programActor === undefined) throw new NotSignedInError();
    const named = headers['on-behalf-of'];
    if (named !== undefined && !isUUID(named))
      throw new InvalidInputError([{ path: HEADER, message: 'Give the id of a participation.' }]);
    const actor = { ...programActor, onBehalfOf: typeof named === 'string' ? named.toLowerCase() : null };
    refuseUnlessMayStandIn(actor);
    return actor;
  },
);
