import { DomainError } from '#kernel';

/** Every place of the mentor is taken. */
export class MentorFullError extends DomainError {
  readonly code = 'mentorships.mentor-full';
  readonly kind = 'conflict';
  /** @param mentorIds participations of the mentors without a free place */
  constructor(mentorIds: readonly string[]) {
    super('All places of this mentor are taken. Choose another mentor, or end a mentorship first.', {
      params: { mentorIds },
    });
  }
}

/** These two are together already. */
export class AlreadyPairedError extends DomainError {
  readonly code = 'mentorships.already-paired';
  readonly kind = 'conflict';
  constructor() {
    super('These two already have a mentorship with each other. Go on with that one.');
  }
}

/** The mentee has as many mentors as are meant to be. */
export class MenteeHasMentorError extends DomainError {
  readonly code = 'mentorships.mentee-has-mentor';
  readonly kind = 'conflict';
  constructor() {
    super('This mentee already has a mentor. End that mentorship first.');
  }
}

/** One of the two does not take part at present. */
export class PersonNotAvailableError extends DomainError {
  readonly code = 'mentorships.person-not-available';
  readonly kind = 'conflict';
  constructor() {
    super(
      'One of the two does not take part at present: paused, gone or not approved. Choose somebody else.',
    );
  }
}

/** No such mentorship in this program, or it is none of the asking person's business. */
export class MentorshipUnknownError extends DomainError {
  readonly code = 'mentorships.unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such mentorship, or you have no access to it.');
  }
}

/** The mentorship's state does not allow it. */
export class MentorshipStateError extends DomainError {
  readonly code = 'mentorships.wrong-state';
  readonly kind = 'conflict';
  constructor(state: string, allowed: readonly string[]) {
    super(
      allowed.length === 0
        ? `This mentorship is ${state}; nothing can be changed any more.`
        : `This mentorship is ${state}; that allows: ${allowed.join(', ')}.`,
      { params: { state, allowed } },
    );
  }
}

/** A proposal waits for no answer any more. */
export class ProposalClosedError extends DomainError {
  readonly code = 'mentorships.proposal-closed';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(
      state === 'ended'
        ? 'This match did not come about, so there is nothing left to answer. Write to your coordinator if you would like another.'
        : `This match waits for no answer: it is ${state}. End the mentorship if it does not suit you.`,
      { params: { state } },
    );
  }
}

/** Only the mentor, or only the pair itself, may do it. */
export class MentorshipNotYoursError extends DomainError {
  readonly code = 'mentorships.not-yours';
  readonly kind = 'forbidden';
  constructor() {
    super('Only the people of this mentorship may do this; ask your coordinator.');
  }
}
