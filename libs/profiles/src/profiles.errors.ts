import { DomainError } from '#kernel';

/** There is no profile yet. */
export class ProfileMissingError extends DomainError {
  readonly code = 'profiles.missing';
  readonly kind = 'not-found';
  constructor() {
    super('There is no profile yet. Send one with PUT, without "If-Match".');
  }
}

/** The participation's role has no profile, or its state allows no change. */
export class ProfileClosedError extends DomainError {
  readonly code = 'profiles.closed';
  readonly kind = 'conflict';
}
