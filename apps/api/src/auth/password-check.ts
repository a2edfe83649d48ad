import { SignInRefusedError } from '#accounts';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import passport from 'passport';
import type { PasswordUser } from './local.strategy.js';

/** Runs Passport's local strategy after the body was checked; as a guard it would run before. */
@Injectable()
export class PasswordCheck {
  /** @throws SignInRefusedError, TooManyAttemptsError */
  run(request: Request, response: Response): Promise<PasswordUser> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, user?: PasswordUser | false | null): void => {
        if (error instanceof Error) reject(error);
        else if (user === undefined || user === null || user === false) reject(new SignInRefusedError());
        else resolve(user);
      };
      const middleware = passport.authenticate('local', { session: false }, done) as (
        request: Request,
        response: Response,
        next: (error?: unknown) => void,
      ) => void;
      middleware(request, response, done);
    });
  }
}
