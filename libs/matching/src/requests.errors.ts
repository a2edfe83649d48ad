import { DomainError } from '#kernel';
import { REQUEST_TEXT_MAX } from './application/request-limits.js';

/** No such request in this program, or it is none of the asking person's business. */
export class RequestUnknownError extends DomainError {
  readonly code = 'matching.request-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such request, or you have no access to it.');
  }
}

/** The other side, or an admin, tried what only one side may do. */
export class RequestNotYoursError extends DomainError {
  readonly code = 'matching.request-not-yours';
  readonly kind = 'forbidden';
  constructor(side: 'mentor' | 'mentee', { mayStandIn = false } = {}) {
    const whose = side === 'mentor' ? 'the mentor who was asked' : 'the mentee who asked';
    super(
      mayStandIn
        ? `Only ${whose} can do this. To do it in their place, name them in the header On-Behalf-Of.`
        : `Only ${whose} can do this.`,
    );
  }
}

const stateSentences: Readonly<Record<string, string>> = {
  draft: 'This request is still a draft; hand it in first.',
  queued: 'This request waits for its turn and has not reached the mentor yet.',
  awaiting_admin: 'This request waits for the coordinator and has not reached the mentor yet.',
  pending: 'This request waits for the mentor already; take it back to change it.',
  accepted: 'This request was accepted already; see the mentorship.',
  declined: 'This request was declined already; ask another mentor.',
  withdrawn: 'The mentee took this request back; there is nothing left to answer.',
  expired: 'The time to answer this request is over; the mentee may ask again.',
  superseded: 'The mentee has found a mentor meanwhile; there is nothing left to answer.',
};

/** The request's state does not allow it. */
export class RequestStateError extends DomainError {
  readonly code = 'matching.request-state';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(stateSentences[state] ?? 'This request can’t be changed any more.', { params: { state } });
  }
}

/** The mentor can't be asked at present; `until` says when to try again, where that is known. */
export class MentorNotTakingRequestsError extends DomainError {
  readonly code = 'matching.mentor-not-taking-requests';
  readonly kind = 'conflict';
  constructor(why: 'paused' | 'away' | 'enough', mentor: { id: string; name: string }, until: string | null) {
    const reason = {
      paused: `${mentor.name} takes a break at present.`,
      away: `${mentor.name} is away at present.`,
      enough: `${mentor.name} has as many open requests as they can answer.`,
    }[why];
    const next = until === null ? 'Choose another mentor, or keep a draft.' : `Ask again after ${until}.`;
    super(`${reason} ${next}`, {
      params: { mentorId: mentor.id, why, ...(until === null ? {} : { until }) },
    });
  }
}

/** Somebody asks themselves. */
export class OwnMentorError extends DomainError {
  readonly code = 'matching.own-mentor';
  readonly kind = 'conflict';
  constructor() {
    super('You can’t be your own mentor. Choose somebody else.');
  }
}

/** There is an open request to this mentor. */
export class AlreadyAskedError extends DomainError {
  readonly code = 'matching.already-asked';
  readonly kind = 'conflict';
  constructor(mentorId: string) {
    super('You have an open request to this mentor already. Wait for the answer, or take it back first.', {
      params: { mentorId },
    });
  }
}

/** More choices than the program lets a mentee rank. */
export class TooManyChoicesError extends DomainError {
  readonly code = 'matching.too-many-choices';
  readonly kind = 'conflict';
  constructor(limit: number) {
    super(`You may have ${limit} open requests at a time. Take one back before you ask another mentor.`, {
      params: { limit },
    });
  }
}

/** More drafts than anybody needs. */
export class TooManyDraftsError extends DomainError {
  readonly code = 'matching.too-many-drafts';
  readonly kind = 'conflict';
  constructor(limit: number) {
    super(`You may keep ${limit} drafts. Hand one in or delete one first.`, { params: { limit } });
  }
}

/** The mentee takes no part at present. */
export class MenteeNotActiveError extends DomainError {
  readonly code = 'matching.mentee-not-active';
  readonly kind = 'conflict';
  constructor() {
    super('You pause in this program at present. Resume, then ask again; drafts stay as they are.');
  }
}

/** The mentor asked already and the mentee has not answered. */
export class QuestionOpenError extends DomainError {
  readonly code = 'matching.question-open';
  readonly kind = 'conflict';
  constructor() {
    super('You have asked already; wait for the mentee’s answer, or accept or decline now.');
  }
}

/** There is no question to answer. */
export class NoQuestionError extends DomainError {
  readonly code = 'matching.no-question';
  readonly kind = 'conflict';
  constructor() {
    super('The mentor has not asked anything that is still open. Load the request again.');
  }
}

/** A text is empty or too long. */
export class RequestTextError extends DomainError {
  readonly code = 'matching.request-text';
  readonly kind = 'invalid';
  constructor(path: string, limit: number = REQUEST_TEXT_MAX) {
    const message = `Write 1 to ${limit} characters.`;
    super(message, { fields: [{ path, message }] });
  }
}
