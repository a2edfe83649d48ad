import { DomainError } from '#kernel';

/** The round repeats none, so nobody has taken part before. */
export class NoEarlierCohortError extends DomainError {
  readonly code = 'matching.no-earlier-cohort';
  readonly kind = 'conflict';
  constructor() {
    super('This cohort repeats no earlier one. Clone the earlier cohort, and ask its people from the clone.');
  }
}

/** The round no longer takes people in. */
export class SameAgainClosedError extends DomainError {
  readonly code = 'matching.same-again-closed';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(`This cohort is ${state}. People can be asked while it is a draft or open; reopen it first.`, {
      params: { state },
    });
  }
}

/** Somebody answers too late, or is not asked any more. */
export class SameAgainOverError extends DomainError {
  readonly code = 'matching.same-again-over';
  readonly kind = 'gone';
  constructor() {
    super('The list of this round is closed by now. Reply to the mail if you would still like to take part.');
  }
}

/** Somebody answers who pauses or has left. */
export class SameAgainNotActiveError extends DomainError {
  readonly code = 'matching.same-again-not-active';
  readonly kind = 'conflict';
  constructor() {
    super('You pause or have left the program. Reply to the mail to take part again.');
  }
}
