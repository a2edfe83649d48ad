import { DomainError } from '#kernel';

/** Somebody has many streams open. */
export class TooManyStreamsError extends DomainError {
  readonly code = 'progress.too-many-streams';
  readonly kind = 'too-many';
  constructor(most: number) {
    super(`You follow ${most} things at once already: close one of them, then try again.`, {
      params: { most },
    });
  }
}
