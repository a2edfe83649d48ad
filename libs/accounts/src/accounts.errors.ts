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

/** The account is its person's own by now. */
export class AccountClaimedError extends DomainError {
  readonly code = 'accounts.claimed';
  readonly kind = 'conflict';
  constructor() {
    super('This person uses their account already. Ask them to change the address themselves.');
  }
}

/** Another account has the address. */
export class AddressInUseError extends DomainError {
  readonly code = 'accounts.address-in-use';
  readonly kind = 'conflict';
  constructor() {
    super('This address can’t be given to this person. Invite or import them under it instead.');
  }
}

/** Too many sign-ins wait for their turn. */
export class TooBusyError extends DomainError {
  readonly code = 'accounts.too-busy';
  readonly kind = 'unavailable';
  override readonly logLevel = 'warn';
  constructor() {
    super('Very many people sign in at this moment. Try again in a few seconds.');
  }
}

/** Address or password is wrong, or the address was never confirmed; which of them is not said. */
export class SignInRefusedError extends DomainError {
  readonly code = 'accounts.sign-in-refused';
  readonly kind = 'unauthenticated';
  constructor() {
    super(
      'Address and password do not fit, or the address is not confirmed yet. Try again, look for our mail, or ask for a link to sign in.',
    );
  }
}

/** A refresh token that is unknown, expired, or of a device that was signed out. */
export class SignedOutError extends DomainError {
  readonly code = 'accounts.signed-out';
  readonly kind = 'unauthenticated';
  constructor() {
    super('This device is signed out. Sign in again.');
  }
}

/** A refresh token was used a second time: somebody may have copied it, so the whole device was signed out. */
export class RefreshTokenReusedError extends DomainError {
  readonly code = 'accounts.refresh-token-reused';
  readonly kind = 'unauthenticated';
  override readonly logLevel = 'warn';
  constructor() {
    super('This sign-in was used from two places, so we ended it to be safe. Sign in again.');
  }
}

/** The new password breaks a rule. */
export class WeakPasswordError extends DomainError {
  readonly code = 'accounts.weak-password';
  readonly kind = 'invalid';
  constructor(path: string, reason: string) {
    super(reason, { fields: [{ path, message: reason }] });
  }
}

/** The present password that was given does not fit. */
export class WrongPasswordError extends DomainError {
  readonly code = 'accounts.wrong-password';
  readonly kind = 'forbidden';
  constructor() {
    super('Your present password is not this one. Try again, or ask for a link to set a new password.');
  }
}

/** A zone that no IANA database knows. */
export class UnknownTimeZoneError extends DomainError {
  readonly code = 'accounts.unknown-time-zone';
  readonly kind = 'invalid';
  constructor(path = 'timeZone') {
    const message = 'Name a time zone by continent and city, for example Europe/Berlin.';
    super(message, { fields: [{ path, message }] });
  }
}

/** No such signed-in device. */
export class DeviceUnknownError extends DomainError {
  readonly code = 'accounts.device-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such device, or it is signed out already. Load the list again.');
  }
}
