import { DomainError, type ErrorParams } from '#kernel';

/** Somebody wants to create a program who may not. */
export class ProgramCreationNotAllowedError extends DomainError {
  readonly code = 'programs.creation-not-allowed';
  readonly kind = 'forbidden';
  constructor() {
    super('Programs are created by invited owners. Ask whoever runs this installation to make you one.');
  }
}

/** The state of somebody's participation does not allow what was asked. */
export class ParticipationStateError extends DomainError {
  readonly code = 'programs.participation-state';
  readonly kind = 'conflict';
  constructor(message: string, params: ErrorParams = {}) {
    super(message, { params });
  }
}

/** A program must keep an owner. */
export class LastOwnerError extends DomainError {
  readonly code = 'programs.last-owner';
  readonly kind = 'conflict';
  constructor() {
    super('This is the only owner of the program. Make somebody else an owner first.');
  }
}

/** The account's address is not confirmed yet. */
export class EmailNotVerifiedError extends DomainError {
  readonly code = 'programs.email-not-verified';
  readonly kind = 'forbidden';
  constructor() {
    super('Confirm your email address first: open the link in the mail that we sent you.');
  }
}

/** No such invitation, or a forged token. */
export class InvitationUnknownError extends DomainError {
  readonly code = 'programs.invitation-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('This invitation is not complete. Open it from the mail again, or copy the whole address.');
  }
}

/** The invitation's time is over. */
export class InvitationExpiredError extends DomainError {
  readonly code = 'programs.invitation-expired';
  readonly kind = 'gone';
  constructor() {
    super('This invitation is too old. Ask the person who invited you for a new one.');
  }
}

/** All uses of the invitation are gone. */
export class InvitationUsedError extends DomainError {
  readonly code = 'programs.invitation-used';
  readonly kind = 'gone';
  constructor() {
    super('This invitation has been used already. Ask the person who invited you for a new one.');
  }
}

/** The invitation was taken back. */
export class InvitationRevokedError extends DomainError {
  readonly code = 'programs.invitation-revoked';
  readonly kind = 'gone';
  constructor() {
    super('This invitation was taken back. Ask the person who invited you if that was a mistake.');
  }
}

/** The invitation was for another address. */
export class InvitationForOtherAddressError extends DomainError {
  readonly code = 'programs.invitation-for-other-address';
  readonly kind = 'forbidden';
  constructor() {
    super('This invitation went to another address. Sign in with the address that received it.');
  }
}

/** The program does not take applications for this role. */
export class ApplicationsClosedError extends DomainError {
  readonly code = 'programs.applications-closed';
  readonly kind = 'not-found';
  constructor() {
    super('No such program takes applications for this role. Ask its organiser for an invitation.');
  }
}

/** Somebody's address is theirs to change, not an admin's of this program. */
export class AddressNotYoursError extends DomainError {
  readonly code = 'programs.address-not-yours';
  readonly kind = 'conflict';
  constructor() {
    super(
      'This person takes part in another program too, or has answered from this address. Ask them to change it themselves.',
    );
  }
}

/** A merge of skills would lead in a circle, or to itself. */
export class SkillMergeLoopError extends DomainError {
  readonly code = 'programs.skill-merge-loop';
  readonly kind = 'conflict';
  constructor() {
    super('The target stands for this very skill already. Choose another target.');
  }
}

/** No imported person waits for a first mail. */
export class NobodyWaitsError extends DomainError {
  readonly code = 'waves.nobody-waits';
  readonly kind = 'conflict';
  constructor() {
    super('Nobody waits for a first mail: import people with holdMails, and write to them in waves then.');
  }
}

/** The organisation tells its people itself, so there is no mail to send. */
export class OrganisationInformsError extends DomainError {
  readonly code = 'waves.organisation-informs';
  readonly kind = 'conflict';
  constructor() {
    super(
      'This program says that its organisation informs its people, so there is no mail to send in waves.',
    );
  }
}

/** A wave has written to everybody. */
export class WaveFinishedError extends DomainError {
  readonly code = 'waves.finished';
  readonly kind = 'conflict';
  constructor() {
    super('This wave has written to everybody; begin a new one for people who came later.');
  }
}
