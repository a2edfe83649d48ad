import { StateMachine } from './state-machine.js';

export type RequestState =
  | 'draft'
  | 'queued'
  | 'awaiting_admin'
  | 'pending'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'superseded';
export type RequestEvent =
  | 'queue'
  | 'advance'
  | 'hold'
  | 'approve'
  | 'ask_more'
  | 'answer'
  | 'accept'
  | 'decline'
  | 'withdraw'
  | 'expire'
  | 'supersede';

/**
 * A mentee's wish to be somebody's mentee.
 *
 * `queue` hands a draft in; `advance` puts it before the mentor when a place among the pending ones is free, `hold`
 * before the admin where the program wants it. `ask_more` and `answer` are a flag beside `pending`. A mentor who
 * pauses declines what is queued as well as what is pending. A withdrawn wish may be made again as a new one.
 */
export const requestMachine = new StateMachine<RequestState, RequestEvent>({
  name: 'request',
  initial: ['draft'],
  final: ['accepted', 'declined', 'withdrawn', 'expired', 'superseded'],
  table: {
    draft: { queue: 'queued', withdraw: 'withdrawn', supersede: 'superseded' },
    queued: {
      advance: 'pending',
      hold: 'awaiting_admin',
      decline: 'declined',
      withdraw: 'withdrawn',
      expire: 'expired',
      supersede: 'superseded',
    },
    awaiting_admin: {
      approve: 'pending',
      decline: 'declined',
      withdraw: 'withdrawn',
      expire: 'expired',
      supersede: 'superseded',
    },
    pending: {
      ask_more: 'pending',
      answer: 'pending',
      accept: 'accepted',
      decline: 'declined',
      withdraw: 'withdrawn',
      expire: 'expired',
      supersede: 'superseded',
    },
    accepted: {},
    declined: {},
    withdrawn: {},
    expired: {},
    superseded: {},
  },
});
