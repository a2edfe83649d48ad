import { MailTokens } from '#accounts';
import { Database } from '#database';
import {
  CohortEntity,
  CohortMemberEntity,
  MatchAnswerEntity,
  MatchRunEntity,
  RematchRequestEntity,
  RunNoteEntity,
} from '#matching/entities';
import { DeliveryEntity, MailingEntity } from '#notifications/entities';
import { OutboxEventEntity } from '#outbox/entities';
import { ProfileFieldEntity, RosterImportEntity } from '#profiles/entities';
import { InvitationEntity, InvitationWaveEntity, ProgramSkillEntity } from '#programs/entities';
import { DEFAULT_RULES } from '#scoring';
import { v7 } from 'uuid';
import type { TestApi, TestPerson } from './api-app.js';
import { buildAccount } from './factories/account.factory.js';
import { buildMentorship } from './factories/mentorship.factory.js';
import { buildParticipation } from './factories/participation.factory.js';
import { buildProfile } from './factories/profile.factory.js';
import { buildProgram } from './factories/program.factory.js';
import { buildRequest } from './factories/request.factory.js';
import { buildSession } from './factories/session.factory.js';

/** Whoever may knock at a door. */
export const PERSONAS = [
  'nobody',
  'stranger',
  'otherOwner',
  'mentee',
  'otherMentee',
  'mentor',
  'otherMentor',
  'sponsor',
  'coordinator',
  'owner',
  'platformAdmin',
] as const;
export type Persona = (typeof PERSONAS)[number];
type SomebodyPersona = Exclude<Persona, 'nobody'>;

/** Ids of things by the names that paths give them; those of a pair belong to `mentor` and `mentee`. */
export type ThingIds = Readonly<Record<string, string>>;

/** Two programs with one of everything, and everybody who may knock at their doors. */
export interface ProgramWorld {
  readonly people: Readonly<Record<SomebodyPersona, TestPerson>>;
  /** The program of mentee, mentor, sponsor, coordinator and owner. */
  readonly own: ThingIds;
  /** The program of `otherOwner`. */
  readonly other: ThingIds;
}

/** Makes the world. */
export async function buildProgramWorld(api: TestApi): Promise<ProgramWorld> {
  const db = api.app.get(Database);
  const names = PERSONAS.filter((persona): persona is SomebodyPersona => persona !== 'nobody');
  const people = {} as Record<SomebodyPersona, TestPerson>;
  for (const name of names) {
    const isPlatformAdmin = name === 'platformAdmin';
    people[name] = await api.signIn((await buildAccount(db, { name, isPlatformAdmin })).id);
  }
  const own = await buildThings(api, people.owner, { mentor: people.mentor, mentee: people.mentee });
  for (const [role, person] of [
    ['mentee', people.otherMentee],
    ['mentor', people.otherMentor],
    ['sponsor', people.sponsor],
    ['coordinator', people.coordinator],
  ] as const) {
    const made = await buildParticipation(db, {
      programId: own['programId']!,
      accountId: person.accountId,
      role,
      privacyConfirmedAt: new Date(),
    });
    if (role === 'mentee' || role === 'mentor') await buildProfile(db, made);
  }
  return { people, own, other: await buildThings(api, people.otherOwner) };
}

async function buildThings(
  api: TestApi,
  owner: TestPerson,
  pair?: { readonly mentor: TestPerson; readonly mentee: TestPerson },
): Promise<ThingIds> {
  const db = api.app.get(Database);
  const { id: programId } = await buildProgram(db, { createdBy: owner.accountId });
  await buildParticipation(db, { programId, accountId: owner.accountId, role: 'owner', source: 'founder' });
  const side = async (role: 'mentor' | 'mentee', person: TestPerson | undefined) => {
    const accountId = person?.accountId ?? (await buildAccount(db)).id;
    const made = await buildParticipation(db, { programId, accountId, role, privacyConfirmedAt: new Date() });
    await buildProfile(db, made);
    return made.id;
  };
  const mentorId = await side('mentor', pair?.mentor);
  const menteeId = await side('mentee', pair?.mentee);
  const ends = { programId, mentorId, menteeId };
  const mentorship = await buildMentorship(db, ends);
  const session = await buildSession(db, { mentorshipId: mentorship.id });
  const request = await buildRequest(db, ends);
  const createdBy = owner.accountId;
  const ids = {
    ...ends,
    participationId: menteeId,
    mentorshipId: mentorship.id,
    sessionId: session.id,
    requestId: request.id,
    invitationId: v7(),
    waveId: v7(),
    importId: v7(),
    skillId: v7(),
    fieldId: v7(),
    cohortId: v7(),
    runId: v7(),
    batchId: v7(),
    noteId: v7(),
    deliveryId: v7(),
    rematchRequestId: v7(),
    mailingId: v7(),
    role: 'mentee',
    part: '1',
    listedRole: 'mentor',
    key: 'request-accepted',
    language: 'de',
  };
  await db.repository(InvitationEntity).insert({
    id: ids.invitationId,
    programId,
    role: 'mentor',
    email: `invited-${ids.invitationId.slice(-12)}@example.org`,
    createdBy,
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  await db.repository(InvitationWaveEntity).insert({
    id: ids.waveId,
    programId,
    size: 50,
    everyHours: 24,
    dueAt: new Date(),
    createdBy,
  });
  await db.repository(RosterImportEntity).insert({
    id: ids.importId,
    programId,
    kind: 'mentors',
    state: 'previewed',
    fileName: 'mentors.csv',
    rowCount: 1,
    goodCount: 1,
    badCount: 0,
    createdBy,
  });
  await db
    .repository(ProgramSkillEntity)
    .insert({ id: ids.skillId, programId, name: 'Beekeeping', normalizedName: 'beekeeping' });
  await db
    .repository(ProfileFieldEntity)
    .insert({ id: ids.fieldId, programId, key: 'focus', label: 'Focus', kind: 'text' });
  await db.repository(CohortEntity).insert({
    id: ids.cohortId,
    programId,
    name: 'Spring',
    state: 'open',
    weights: {},
    rules: DEFAULT_RULES,
    seed: 'seed',
    termFrom: '2027-01-04',
    createdBy,
  });
  await db
    .repository(CohortMemberEntity)
    .insert({ cohortId: ids.cohortId, participationId: menteeId, role: 'mentee', enrolledBy: createdBy });
  await db.repository(MatchRunEntity).insert({
    id: ids.runId,
    programId,
    cohortId: ids.cohortId,
    batchId: ids.batchId,
    label: 'As it is',
    state: 'queued',
    parameters: {},
    requestedBy: createdBy,
  });
  await db.repository(MatchAnswerEntity).insert({
    runId: ids.runId,
    participationId: menteeId,
    role: 'mentee',
    facts: { why: 'places-taken', suitable: 2, help: [], hasPartners: false },
    toldAt: new Date(),
  });
  await db.repository(RematchRequestEntity).insert({
    id: ids.rematchRequestId,
    programId,
    mentorshipId: mentorship.id,
    askedBy: menteeId,
    state: 'open',
    note: 'We look for different things.',
    createdAt: new Date(),
  });
  await db.repository(MailingEntity).insert({
    id: ids.mailingId,
    programId,
    name: 'Profiles',
    segment: {
      audience: 'participants',
      role: null,
      states: ['active'],
      condition: 'not-ready',
      cohortId: null,
    },
    steps: [{ afterDays: 0, subject: 'Your profile', text: 'Dear {{recipient_name}},', button: null }],
    state: 'draft',
    createdBy,
    createdAt: new Date(),
  });
  await db.repository(RunNoteEntity).insert({
    id: ids.noteId,
    runId: ids.runId,
    text: 'Wait for Monday.',
    writtenBy: createdBy,
    writtenAt: new Date(),
  });
  await buildFailedMail(db, ids.deliveryId, programId, createdBy);
  const token = api.app.get(MailTokens, { strict: false }).signId('invitation', ids.invitationId);
  return { ...ids, token };
}

async function buildFailedMail(
  db: Database,
  id: string,
  programId: string,
  accountId: string,
): Promise<void> {
  const eventId = v7();
  const now = new Date();
  await db.repository(OutboxEventEntity).insert({
    id: eventId,
    type: 'participation.approved.v1',
    programId,
    subjectId: eventId,
    payload: {},
    dueAt: now,
    nextRingAt: now,
    doneAt: now,
  });
  await db.repository(DeliveryEntity).insert({
    id,
    eventId,
    programId,
    accountId,
    recipientKey: accountId,
    kind: 'application-approved',
    subject: {},
    state: 'failed',
    messageId: `<${id}@example.org>`,
    nextAttemptAt: now,
    nextRingAt: now,
    createdAt: now,
    finishedAt: now,
  });
}
