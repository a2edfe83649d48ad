import { StateMachine } from './state-machine.js';

export type DeliveryState = 'pending' | 'claimed' | 'sent' | 'failed' | 'suppressed' | 'dropped' | 'expired';
export type DeliveryEvent =
  'claim' | 'reclaim' | 'release' | 'send' | 'fail' | 'suppress' | 'drop' | 'expire' | 'retry';

/**
 * One message to one person on one channel.
 *
 * `claim` takes it for sending, `reclaim` takes it over when the lease ran out, `release` puts it back for another try.
 * `fail` is a final refusal by the other side; `suppress` means that the address or the person wants nothing; `drop`
 * that its reason is gone (a cancelled session); `expire` that it came too late to be of use. `retry` is an admin's word
 * that the cause was repaired; what was sent, or is no longer true, is never sent again.
 */
export const deliveryMachine = new StateMachine<DeliveryState, DeliveryEvent>({
  name: 'delivery',
  initial: ['pending'],
  final: ['sent', 'dropped'],
  table: {
    pending: { claim: 'claimed', suppress: 'suppressed', drop: 'dropped', expire: 'expired' },
    claimed: {
      reclaim: 'claimed',
      release: 'pending',
      send: 'sent',
      fail: 'failed',
      suppress: 'suppressed',
      drop: 'dropped',
      expire: 'expired',
    },
    sent: {},
    failed: { retry: 'pending' },
    suppressed: { retry: 'pending' },
    dropped: {},
    expired: { retry: 'pending' },
  },
});
