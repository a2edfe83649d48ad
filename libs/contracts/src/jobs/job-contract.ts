/** Names of the queues. Heavy matching runs never stand in front of a mail. */
export type QueueName = 'events' | 'mail' | 'matching' | 'imports';

/** What producer and handler of a job agree on; the payload carries ids alone. */
export interface JobContract<P extends object = object> {
  /** `<area>.<verb-noun>`. */
  readonly name: string;
  readonly queue: QueueName;
  /** Raised when the payload changes its meaning. */
  readonly version: number;
  /** Checked when enqueued and again when processed. */
  readonly payload: new () => P;
}

/** Deterministic id of a job: BullMQ refuses `:` and ids of digits alone. */
export function jobIdOf(job: JobContract, key: string): string {
  return `${key}-${job.name.replaceAll('.', '-')}`;
}
