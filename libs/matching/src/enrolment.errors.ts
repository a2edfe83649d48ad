import { formatInstant } from '#availability';
import { DomainError } from '#kernel';

/** Nobody enrols themselves at present. */
export class EnrolmentClosedError extends DomainError {
  readonly code = 'matching.enrolment-closed';
  readonly kind = 'conflict';
  /** @param opens when it opens; null when it is over or has no date */
  constructor(opens: Date | null, timeZone = 'UTC') {
    super(
      opens === null
        ? 'Enrolment in this cohort is closed. Ask whoever runs the program if you would still like to take part.'
        : `Enrolment in this cohort opens on ${formatInstant(opens.getTime(), timeZone)}. Come back then.`,
      { params: opens === null ? {} : { opensAt: opens.toISOString() } },
    );
  }
}

/** Whoever pauses or has left can't enrol. */
export class EnrolmentNotActiveError extends DomainError {
  readonly code = 'matching.enrolment-not-active';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(
      state === 'paused'
        ? 'You pause at present. Resume your participation first, then enrol.'
        : `Your participation is ${state}, so you can’t enrol. Ask whoever runs the program.`,
      { params: { state } },
    );
  }
}

/** Somebody with two roles has to say which is meant. */
export class RoleToChooseError extends DomainError {
  readonly code = 'matching.role-to-choose';
  readonly kind = 'invalid';
  constructor() {
    super('You are a mentor and a mentee here. Say as which, and send it again.', {
      fields: [{ path: 'role', message: 'Choose mentor or mentee.' }],
    });
  }
}

/** Somebody who does not have the role that they name. */
export class NoSuchRoleError extends DomainError {
  readonly code = 'matching.no-such-role';
  readonly kind = 'invalid';
  constructor(role: string) {
    super(`You are no ${role} in this program. Enrol in a role that you have.`, {
      fields: [{ path: 'role', message: 'Choose a role that you have.' }],
    });
  }
}

/** People of the round are matched, or it was called off. */
export class TooLateToLeaveError extends DomainError {
  readonly code = 'matching.too-late-to-leave';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(
      state === 'cancelled'
        ? 'This cohort was called off; there is nothing to leave.'
        : 'People of this cohort are matched already. Write to whoever runs the program if your match does not suit you.',
      { params: { state } },
    );
  }
}

/** Too few mentors are ready for a run. */
export class TooFewReadyError extends DomainError {
  readonly code = 'matching.too-few-ready';
  readonly kind = 'conflict';
  constructor(percent: number, needed: number) {
    super(
      `${percent} % of the mentors are ready, and this cohort asks for ${needed} %. Have the others reminded, or start the run all the same with "overrideReadiness": true.`,
      { params: { percent, needed } },
    );
  }
}
