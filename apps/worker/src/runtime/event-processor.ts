import type { EventJobPayload, JobContract, OwedEvent } from '#contracts';
import type { OwedEvents } from '#outbox';
import type { JobHandler } from '#queue';

/** A handler whose whole effect is one transaction: it happens once, however often its job runs. */
export abstract class EventProcessor implements JobHandler<EventJobPayload> {
  abstract readonly job: JobContract<EventJobPayload>;

  constructor(protected readonly owed: OwedEvents) {}

  async handle(payload: EventJobPayload, signal: AbortSignal): Promise<void> {
    const event = await this.owed.find(payload.eventId);
    if (event === null || (await this.owed.isDone(event.id, this.job.name))) return;
    try {
      await this.process(event, signal);
    } catch (error) {
      await this.owed.noteFailure(event.id, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  /** Does the work; by default in the transaction of the handler's mark. */
  protected async process(event: OwedEvent, _signal: AbortSignal): Promise<void> {
    await this.owed.once(event, this.job.name, () => this.effect(event));
  }

  /** The effect, inside the transaction. */
  protected abstract effect(event: OwedEvent): Promise<void>;
}
