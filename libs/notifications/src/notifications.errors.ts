import { DomainError } from '#kernel';
import type { DeliveryState } from '#lifecycle';

/** No such mail in this program. */
export class DeliveryUnknownError extends DomainError {
  readonly code = 'notifications.delivery-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such mail in this program; read the list again.');
  }
}

const REFUSALS: Readonly<Partial<Record<DeliveryState, string>>> = {
  pending: 'This mail waits to be sent already; look again in a minute.',
  claimed: 'This mail is being sent right now; look again in a minute.',
  sent: 'The mail server took this mail, and nobody gets it twice; ask the person to look in their spam folder.',
  dropped: 'This mail was left out because it was no longer true; what holds now has a mail of its own.',
};

/** The mail can't be tried again as it is. */
export class DeliveryNotRetriableError extends DomainError {
  readonly code = 'notifications.not-retriable';
  readonly kind = 'conflict';
  constructor(state: DeliveryState) {
    super(REFUSALS[state] ?? `This mail is ${state} and can’t be tried again; read the list again.`, {
      params: { state },
    });
  }
}

/** No mail whose text could be changed, or no such language. */
export class MailTemplateUnknownError extends DomainError {
  readonly code = 'notifications.mail-template-unknown';
  readonly kind = 'not-found';
  constructor() {
    super(
      'There is no text like this. The list of texts has their keys; a language is an ISO 639-1 code such as "de".',
    );
  }
}

/** A preview for somebody who is not in the program. */
export class NotificationRecipientUnknownError extends DomainError {
  readonly code = 'notifications.recipient-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such person in this program; choose somebody of the list of people.');
  }
}

/** No such mailing in this program. */
export class MailingUnknownError extends DomainError {
  readonly code = 'notifications.mailing-unknown';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such mailing in this program; read the list again.');
  }
}

/** The mailing is too far for it. */
export class MailingStateError extends DomainError {
  readonly code = 'notifications.mailing-state';
  readonly kind = 'conflict';
  constructor(state: string, wanted: string) {
    super(`This mailing is ${state} and can’t be ${wanted} any more; write a new one instead.`, {
      params: { state, wanted },
    });
  }
}
