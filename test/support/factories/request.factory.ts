import type { Database } from '#database';
import { RequestEntity } from '#matching/entities';
import { v7 } from 'uuid';
import { buildParticipation } from './participation.factory.js';
import { buildProgram } from './program.factory.js';

const FIVE_DAYS_MS = 5 * 86_400_000;

/** Writes a pending request; program, mentor and mentee are made when they are not named. */
export async function buildRequest(
  db: Database,
  fields: Partial<RequestEntity> = {},
): Promise<RequestEntity> {
  const id = fields.id ?? v7();
  const repository = db.repository(RequestEntity);
  const programId = fields.programId ?? (await buildProgram(db)).id;
  const mentorId = fields.mentorId ?? (await buildParticipation(db, { programId, role: 'mentor' })).id;
  const menteeId = fields.menteeId ?? (await buildParticipation(db, { programId, role: 'mentee' })).id;
  const pendingAt = fields.pendingAt ?? new Date();
  await repository.insert({
    id,
    state: 'pending',
    note: 'I want to lead a team. I have led one project. You have done both.',
    answerBy: new Date(pendingAt.getTime() + FIVE_DAYS_MS),
    ...fields,
    pendingAt,
    programId,
    mentorId,
    menteeId,
  });
  return repository.findOneByOrFail({ id });
}
