import { Clock, Ids } from '#kernel';
import { Global, Module } from '@nestjs/common';
import { v7 } from 'uuid';

/** The computer's clock. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** UUID version 7 (RFC 9562), so that ids sort by the time they were made. */
export class UuidIds extends Ids {
  override next(): string {
    return v7();
  }
}

/** The clock and the source of ids; tests override both. */
@Global()
@Module({
  providers: [
    { provide: Clock, useClass: SystemClock },
    { provide: Ids, useClass: UuidIds },
  ],
  exports: [Clock, Ids],
})
export class TimeModule {}
