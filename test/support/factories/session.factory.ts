import type { Database } from '#database';
import { MentorshipEntity } from '#mentorships/entities';
import { ParticipationEntity } from '#programs/entities';
import { SessionAttendeeEntity, SessionEntity } from '#sessions/entities';
import { v7 } from 'uuid';
import { buildMentorship } from './mentorship.factory.js';

/** Writes a scheduled session with both of a pair as attendees; the pair is made when it is not named. */
export async function buildSession(
  db: Database,
  fields: Partial<SessionEntity> = {},
): Promise<SessionEntity> {
  const id = fields.id ?? v7();
  const repository = db.repository(SessionEntity);
  const mentorshipId = fields.mentorshipId ?? (await buildMentorship(db)).id;
  const pair = await db.repository(MentorshipEntity).findOneByOrFail({ id: mentorshipId });
  const people = await Promise.all(
    [pair.mentorId, pair.menteeId].map((person) =>
      db.repository(ParticipationEntity).findOneByOrFail({ id: person }),
    ),
  );
  const startsAt = fields.startsAt ?? new Date(Date.now() + 86_400_000);
  const endsAt = fields.endsAt ?? new Date(startsAt.getTime() + 45 * 60_000);
  const state = fields.state ?? 'scheduled';
  await repository.insert({
    id,
    timeZone: 'Europe/Berlin',
    ...fields,
    state,
    startsAt,
    endsAt,
    mentorshipId,
    programId: pair.programId,
    bookedBy: fields.bookedBy ?? people[1]!.accountId,
  });
  for (const person of people) {
    await db.repository(SessionAttendeeEntity).insert({
      sessionId: id,
      participationId: person.id,
      accountId: person.accountId,
      during: `[${startsAt.toISOString()},${endsAt.toISOString()})`,
      busy: state === 'scheduled',
    });
  }
  return repository.findOneByOrFail({ id });
}
