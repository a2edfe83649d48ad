import type { JobContract } from '#contracts';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** The payload of a job is not what its contract says; the message names properties, never values. */
export class JobPayloadError extends Error {
  constructor(job: JobContract, properties: readonly string[]) {
    super(`The payload of ${job.name} is not valid: ${properties.join(', ')}`);
    this.name = 'JobPayloadError';
  }
}

/**
 * Checks a payload against its contract, when enqueued and again when processed.
 *
 * @throws JobPayloadError
 */
export function checkPayload<P extends object>(job: JobContract<P>, data: unknown): P {
  const payload = plainToInstance(job.payload, data);
  const errors = validateSync(payload, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0)
    throw new JobPayloadError(
      job,
      errors.map((error) => error.property),
    );
  return payload;
}
