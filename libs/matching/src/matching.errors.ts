import { DomainError, type FieldProblem } from '#kernel';

/** There is nothing to report on before a run is published. */
export class NoPublishedRunError extends DomainError {
  readonly code = 'matching.no-published-run';
  readonly kind = 'conflict';
  constructor() {
    super('This round has no published run yet: publish one, then ask for the report again.');
  }
}

/** No such round in this program. */
export class CohortUnknownError extends DomainError {
  readonly code = 'matching.cohort-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such cohort in this program.');
  }
}

/** The round's state does not allow it. */
export class CohortStateError extends DomainError {
  readonly code = 'matching.cohort-state';
  readonly kind = 'conflict';
  constructor(state: string, allowed: readonly string[]) {
    super(
      allowed.length === 0
        ? `This cohort is ${state}; nothing can be changed any more.`
        : `This cohort is ${state}; what can be done now: ${allowed.join(', ')}.`,
      { params: { state, allowed } },
    );
  }
}

/** Settings of a round that can't work. */
export class CohortSettingsError extends DomainError {
  readonly code = 'matching.cohort-settings';
  readonly kind = 'invalid';
  constructor(fields: readonly FieldProblem[]) {
    super('Correct the settings that are named and send them again.', { fields });
  }
}

/** People who can't be enrolled. */
export class MembersUnknownError extends DomainError {
  readonly code = 'matching.members-unknown';
  readonly kind = 'invalid';
  constructor(fields: readonly FieldProblem[]) {
    super('Some of these people are not mentors or mentees of this program; leave them out.', { fields });
  }
}

/** Somebody named in an override is not in the round, or not in that role. */
export class OverrideNotMembersError extends DomainError {
  readonly code = 'matching.override-not-members';
  readonly kind = 'invalid';
  constructor(fields: readonly FieldProblem[]) {
    super('Both people must be enrolled in this cohort. Enrol them first.', { fields });
  }
}

/** A pair can't be locked together. */
export class LockImpossibleError extends DomainError {
  readonly code = 'matching.lock-impossible';
  readonly kind = 'conflict';
  constructor(mentor: string, mentee: string, reasons: readonly string[]) {
    super(`${mentor} and ${mentee} can't be locked together: ${reasons.join('; ')}.`, {
      params: { mentor, mentee, reasons },
    });
  }
}

/** No such run in this program. */
export class RunUnknownError extends DomainError {
  readonly code = 'matching.run-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such match run in this program.');
  }
}

/** Nobody is in the round. */
export class CohortEmptyError extends DomainError {
  readonly code = 'matching.cohort-empty';
  readonly kind = 'conflict';
  constructor() {
    super('Nobody is enrolled in this cohort. Enrol mentors and mentees, then start the run.');
  }
}

/** A run of this round is under way. */
export class RunUnderWayError extends DomainError {
  readonly code = 'matching.run-under-way';
  readonly kind = 'conflict';
  constructor() {
    super('A match run of this cohort is under way. Wait for it, or cancel it first.');
  }
}

/** A run that has come to an end can't be cancelled. */
export class RunOverError extends DomainError {
  readonly code = 'matching.run-over';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(`This run has ${state} already; there is nothing left to cancel.`, { params: { state } });
  }
}

/** Only a run that has succeeded has pairs. */
export class RunNotReadyError extends DomainError {
  readonly code = 'matching.run-not-ready';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(`This run is ${state}. Publish a run that has succeeded.`, { params: { state } });
  }
}

/** Nobody approved a pair that is still to be published. */
export class NothingApprovedError extends DomainError {
  readonly code = 'matching.nothing-approved';
  readonly kind = 'conflict';
  constructor() {
    super('No pair of this run is approved. Approve pairs first, or publish all.');
  }
}

/** What was published was taken back. */
export class RunWithdrawnError extends DomainError {
  readonly code = 'matching.run-withdrawn';
  readonly kind = 'conflict';
  constructor() {
    super('This run was published and withdrawn. Start another run of the cohort, and publish that one.');
  }
}

/** There is nothing to take back. */
export class RunNotPublishedError extends DomainError {
  readonly code = 'matching.run-not-published';
  readonly kind = 'conflict';
  constructor() {
    super('This run is not published, so there is nothing to withdraw.');
  }
}

/** The time in which a publication can be taken back is over. */
export class WithdrawTooLateError extends DomainError {
  readonly code = 'matching.withdraw-too-late';
  readonly kind = 'conflict';
  constructor(hours: number) {
    super(
      `A run can be withdrawn within ${hours} hours of its publication. End the mentorships one by one instead.`,
      { params: { hours } },
    );
  }
}

/** Some of the named pairs are none of the run. */
export class PairsUnknownError extends DomainError {
  readonly code = 'matching.pairs-unknown';
  readonly kind = 'invalid';
  constructor(fields: readonly FieldProblem[]) {
    super('Some of these are no pairs of this run. Correct the list and send it again.', { fields });
  }
}

/** A pair that is published is a mentorship: nothing is left to decide. */
export class PairPublishedError extends DomainError {
  readonly code = 'matching.pair-published';
  readonly kind = 'conflict';
  constructor() {
    super('At least one of these pairs is published already. Leave it out, or end its mentorship.');
  }
}

/** The end of a hold that can't be. */
export class AnswersDateError extends DomainError {
  readonly code = 'matching.answers-date';
  readonly kind = 'invalid';
  constructor(limit: Date) {
    const message = `Give a moment from now to ${limit.toISOString()}.`;
    super(
      'Nobody may wait longer than five working days for an answer. Choose an earlier moment, in the future.',
      {
        fields: [{ path: 'tellAt', message }],
      },
    );
  }
}

/** Somebody to whom the publication owes no answer. */
export class AnswerUnknownError extends DomainError {
  readonly code = 'matching.answer-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('This person has a partner, or is not in the round, so there is no such answer.');
  }
}

/** No such variants in this round. */
export class VariantsUnknownError extends DomainError {
  readonly code = 'matching.variants-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There are no such variants in this cohort.');
  }
}

/** Only runs that have succeeded can be compared. */
export class RunIncomparableError extends DomainError {
  readonly code = 'matching.run-incomparable';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(`One of the runs is ${state}. Compare runs that have succeeded.`, { params: { state } });
  }
}

/** Only a run that has succeeded has a proof. */
export class RunUnprovedError extends DomainError {
  readonly code = 'matching.run-unproved';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(`This run is ${state}. Only a run that has succeeded has a certificate.`, { params: { state } });
  }
}

/** Another run of the round was published. */
export class AnotherRunPublishedError extends DomainError {
  readonly code = 'matching.another-run-published';
  readonly kind = 'conflict';
  constructor() {
    super('Another run of this cohort was published already. Make a new cohort for the next round.');
  }
}

/** No such mentor whom this reader may see. */
export class MentorUnknownError extends DomainError {
  readonly code = 'matching.mentor-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such mentor in this program, or they are not shown at present.');
  }
}

/** A field of profiles that rules name can't go. */
export class FieldInUseError extends DomainError {
  readonly code = 'matching.field-in-use';
  readonly kind = 'conflict';
  constructor(label: string, uses: readonly string[]) {
    super(
      `“${label}” is used by ${uses.slice(0, 5).join(', ')}${uses.length > 5 ? ' and others' : ''}. Change these settings first.`,
      { params: { label, uses } },
    );
  }
}
/** The run has the pair, or it was made by hand already. */
export class PairOfRunError extends DomainError {
  readonly code = 'matching.pair-of-run';
  readonly kind = 'conflict';
  constructor() {
    super('These two are a pair of this run already. Approve the pair, or take back what was said of it.');
  }
}

/** A pair can't be made by hand. */
export class HandMadeImpossibleError extends DomainError {
  readonly code = 'matching.hand-made-impossible';
  readonly kind = 'conflict';
  constructor(mentor: string, mentee: string, reasons: readonly string[]) {
    super(
      `${mentor} and ${mentee} can't be paired by hand: ${reasons.join('; ')}. Change that first, or choose somebody else.`,
      { params: { mentor, mentee, reasons } },
    );
  }
}

/** Rules stand against a pair; an admin may set them aside. */
export class RulesAgainstError extends DomainError {
  readonly code = 'matching.rules-against';
  readonly kind = 'conflict';
  constructor(mentor: string, mentee: string, rules: readonly string[], reasons: readonly string[]) {
    super(
      `${mentor} and ${mentee} should not be matched: ${reasons.join('; ')}. Send "despiteRules": true to pair them all the same.`,
      { params: { mentor, mentee, rules } },
    );
  }
}

/** No such hand-made pair. */
export class HandMadeUnknownError extends DomainError {
  readonly code = 'matching.hand-made-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such hand-made pair beside this run.');
  }
}

/** Somebody can't be given another mentor at present. */
export class NoNextBestError extends DomainError {
  readonly code = 'matching.no-next-best';
  readonly kind = 'conflict';
  constructor(mentee: string, why: string) {
    super(`${mentee} can't be given another mentor at present: ${why}.`, { params: { mentee, why } });
  }
}

/** A mentor has no place for this mentee. */
export class MentorNotFreeError extends DomainError {
  readonly code = 'matching.mentor-not-free';
  readonly kind = 'conflict';
  constructor() {
    super(
      'This mentor has no free place for this mentee in this round. Choose one of those that are offered now.',
    );
  }
}

/** No such note on this run. */
export class NoteUnknownError extends DomainError {
  readonly code = 'matching.note-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such note on this run.');
  }
}

/** A note is to be about two people who are not a mentee and a mentor of the round. */
export class NotePairUnknownError extends DomainError {
  readonly code = 'matching.note-pair-unknown';
  readonly kind = 'invalid';
  constructor() {
    super('A note on a pair needs a mentee and a mentor of the cohort of this run.', {
      fields: [{ path: 'pair', message: 'Give a mentee and a mentor of the cohort.' }],
    });
  }
}
