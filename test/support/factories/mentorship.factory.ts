import type { Database } from '#database';
import { MentorshipEntity } from '#mentorships/entities';
import { v7 } from 'uuid';
import { buildParticipation } from './participation.factory.js';
import { buildProgram } from './program.factory.js';

/** Writes an active relationship; program, mentor and mentee are made when they are not named. */
export async function buildMentorship(
  db: Database,
  fields: Partial<MentorshipEntity> = {},
): Promise<MentorshipEntity> {
  const id = fields.id ?? v7();
  const repository = db.repository(MentorshipEntity);
  const programId = fields.programId ?? (await buildProgram(db)).id;
  const mentorId = fields.mentorId ?? (await buildParticipation(db, { programId, role: 'mentor' })).id;
  const menteeId = fields.menteeId ?? (await buildParticipation(db, { programId, role: 'mentee' })).id;
  await repository.insert({
    id,
    state: 'active',
    source: 'admin',
    startedAt: new Date(),
    ...fields,
    programId,
    mentorId,
    menteeId,
  });
  return repository.findOneByOrFail({ id });
}
