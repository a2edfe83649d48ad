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

/** No such field in this program. */
export class FieldUnknownError extends DomainError {
  readonly code = 'profiles.field-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such profile field in this program.');
  }
}

/** Another field has the key. */
export class FieldKeyTakenError extends DomainError {
  readonly code = 'profiles.field-key-taken';
  readonly kind = 'conflict';
  constructor(key: string) {
    super(`Another field has the key “${key}”. Give this one a key of its own.`, { params: { key } });
  }
}

/** A program has as many fields as it can have. */
export class TooManyFieldsError extends DomainError {
  readonly code = 'profiles.too-many-fields';
  readonly kind = 'conflict';
  constructor(most: number) {
    super(`A program has at most ${most} fields. Delete one that nobody needs first.`, { params: { most } });
  }
}

/** Options that people have chosen can't go. */
export class OptionsInUseError extends DomainError {
  readonly code = 'profiles.options-in-use';
  readonly kind = 'conflict';
  constructor(options: readonly string[], people: number) {
    super(
      `${people === 1 ? 'One profile has' : `${people} profiles have`} chosen what you take away (${options.slice(0, 5).join(', ')}). Keep these options, or change the profiles first.`,
      { params: { options, people } },
    );
  }
}
