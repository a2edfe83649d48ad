import { DomainError } from '#kernel';

/** A link by mail that we never gave out, or that is for something else. */
export class MailLinkUnknownError extends DomainError {
  readonly code = 'accounts.link-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('This link is not complete. Open it from the mail again, or copy the whole address.');
  }
}

/** A link by mail whose time is over. */
export class MailLinkExpiredError extends DomainError {
  readonly code = 'accounts.link-expired';
  readonly kind = 'gone';
  constructor() {
    super('This link is too old to work. Ask for a new one, or sign in to do the same there.');
  }
}

/** A link by mail that has done its work. */
export class MailLinkUsedError extends DomainError {
  readonly code = 'accounts.link-used';
  readonly kind = 'gone';
  constructor() {
    super('This link was used already and works only once. Sign in to see how things stand.');
  }
}

/** No account has this id. */
export class AccountUnknownError extends DomainError {
  readonly code = 'accounts.unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such account. Check the address, or sign in again.');
  }
}
