import { DomainError, type FieldProblem } from '#kernel';

/** No such request, or none that the reader may know of. */
export class RematchRequestUnknownError extends DomainError {
  readonly code = 'matching.rematch-request-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such request for another partner.');
  }
}

/** It has its answer. */
export class RematchRequestClosedError extends DomainError {
  readonly code = 'matching.rematch-request-closed';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(`This request is ${state} already; nothing is left to answer.`, { params: { state } });
  }
}

/** One open request is enough. */
export class RematchAskedError extends DomainError {
  readonly code = 'matching.rematch-asked';
  readonly kind = 'conflict';
  constructor() {
    super('You have asked for another partner already. Wait for the answer, or withdraw that request first.');
  }
}

/** Asking again would change nothing. */
export class RematchAskedOftenError extends DomainError {
  readonly code = 'matching.rematch-asked-often';
  readonly kind = 'conflict';
  constructor(most: number) {
    super(
      `You have asked ${most} times in this mentorship. Talk to your coordinator, or end the mentorship.`,
      {
        params: { most },
      },
    );
  }
}

/** There is no partner to change any more. */
export class MentorshipOverError extends DomainError {
  readonly code = 'matching.mentorship-over';
  readonly kind = 'conflict';
  constructor() {
    super('This mentorship is over, so there is no partner to change. Talk to your coordinator.');
  }
}

/** Pairs that can't be taken into a re-match. */
export class RematchPairsError extends DomainError {
  readonly code = 'matching.rematch-pairs';
  readonly kind = 'invalid';
  constructor(fields: readonly FieldProblem[]) {
    super(
      'Some of these mentorships are over, or their people are not in this cohort. Leave them out, or enrol the people.',
      {
        fields,
      },
    );
  }
}

/** What a re-match changed is not turned back. */
export class RematchNotWithdrawableError extends DomainError {
  readonly code = 'matching.rematch-not-withdrawable';
  readonly kind = 'conflict';
  constructor() {
    super(
      'A re-match has been published in this cohort, so its publications stay. End mentorships one by one instead.',
    );
  }
}
