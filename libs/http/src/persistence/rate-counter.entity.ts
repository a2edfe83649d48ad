import { InstantColumn, IntColumn } from '#database';
import { Entity, PrimaryColumn } from 'typeorm';

/** How often something was tried in a window of time. */
@Entity('rate_counter')
export class RateCounterEntity {
  /** What is counted, for example `sign-in:<hash of the address>`. */
  @PrimaryColumn('text') key!: string;
  @IntColumn() count!: number;
  @InstantColumn() resetsAt!: Date;
}
