import { Global, Module } from '@nestjs/common';
import { Outbox } from './outbox.js';
import { OwedEvents } from './owed-events.js';

/** The record of what is owed. */
@Global()
@Module({ providers: [Outbox, OwedEvents], exports: [Outbox, OwedEvents] })
export class OutboxModule {}
