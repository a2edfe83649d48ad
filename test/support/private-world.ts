import { Database } from '#database';
import {
  CohortEntity,
  CohortMemberEntity,
  MatchPairEntity,
  MatchRunEntity,
  PairOverrideEntity,
} from '#matching/entities';
import { DeliveryEntity } from '#notifications/entities';
import { OutboxEventEntity } from '#outbox/entities';
import { RosterImportEntity, RosterImportRowEntity } from '#profiles/entities';
import { InvitationEntity } from '#programs/entities';
import type { ParticipationEntity } from '#programs/entities';
import { SessionAttendeeEntity } from '#sessions/entities';
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

/** Everybody in the program, by what they are in it; `mentor` and `mentee` are a pair, `formerMentor` was hers before. */
const PARTS = {
  owner: { role: 'owner' },
  coordinator: { role: 'coordinator' },
  sponsor: { role: 'sponsor' },
  mentor: { role: 'mentor' },
  mentee: { role: 'mentee' },
  otherMentor: { role: 'mentor' },
  otherMentee: { role: 'mentee' },
  formerMentor: { role: 'mentor' },
  pausedMentor: { role: 'mentor', state: 'paused' },
  applicant: { role: 'mentee', state: 'applied' },
  approvedMentor: { role: 'mentor', state: 'approved' },
  uninformed: { role: 'mentor', source: 'import', privacyConfirmedAt: null },
  leftMentor: { role: 'mentor', state: 'left' },
  declined: { role: 'mentor', state: 'declined' },
  leftOwner: { role: 'owner', state: 'left' },
} satisfies Record<string, Partial<ParticipationEntity>>;

export type Part = keyof typeof PARTS;
export type Reader = Part | 'stranger' | 'otherOwner' | 'platformAdmin';
export const PARTS_OF_PROGRAM = Object.keys(PARTS) as Part[];
export const READERS: readonly Reader[] = [...PARTS_OF_PROGRAM, 'stranger', 'otherOwner', 'platformAdmin'];

/** A text that stands in one private place and nowhere else. */
export const secret = (where: string): string => `SECRET-${where}-TERCES`;

/** A program full of secrets, and one of somebody else. */
export interface PrivateWorld {
  readonly people: Readonly<Record<Reader, TestPerson>>;
  /** Ids by the names of path parameters, the program's own. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly programId: string;
  readonly otherProgramId: string;
  readonly parts: Readonly<Record<Part, string>>;
}

/** Makes it. @param informed whether the organisation has told its people about privacy */
export async function buildPrivateWorld(api: TestApi, informed = false): Promise<PrivateWorld> {
  const db = api.app.get(Database);
  const people = {} as Record<Reader, TestPerson>;
  for (const name of READERS) {
    const account = await buildAccount(db, {
      name: secret(`name-${name}`),
      email: `secret-mail-${name}-terces@example.org`.toLowerCase(),
      isPlatformAdmin: name === 'platformAdmin',
    });
    people[name] = await api.signIn(account.id);
  }
  const settings = { organisationInformsPeople: informed };
  const program = await buildProgram(db, { createdBy: people.owner.accountId, settings });
  const parts = {} as Record<Part, string>;
  for (const name of PARTS_OF_PROGRAM) parts[name] = await addPart(db, program.id, name, people[name]);
  const other = await buildProgram(db, { createdBy: people.otherOwner.accountId, name: secret('program') });
  await buildParticipation(db, {
    programId: other.id,
    accountId: people.otherOwner.accountId,
    role: 'owner',
  });
  const stranger = await buildParticipation(db, {
    programId: other.id,
    applicationNote: secret('elsewhere'),
  });
  const ids = {
    programId: [program.id, other.id],
    participationId: [...Object.values(parts), stranger.id],
    role: ['mentor', 'mentee'],
    ...(await addPairs(db, program.id, parts, people)),
    ...(await addRequests(db, program.id, parts)),
    ...(await addMatching(db, program.id, parts, people.owner.accountId)),
    ...(await addPapers(db, program.id, people.mentee, people.owner.accountId)),
  };
  return { people, ids, programId: program.id, otherProgramId: other.id, parts };
}

async function addPart(db: Database, programId: string, name: Part, person: TestPerson): Promise<string> {
  const made = await buildParticipation(db, {
    privacyConfirmedAt: new Date(),
    applicationNote: secret(`application-${name}`),
    decisionNote: secret(`decision-${name}`),
    ...PARTS[name],
    programId,
    accountId: person.accountId,
  });
  if (made.role === 'mentor' || made.role === 'mentee')
    await buildProfile(db, made, {
      headline: secret(`headline-${name}`),
      about: secret(`about-${name}`),
      goalStatement: secret(`goal-${name}`),
      externalId: secret(`external-${name}`),
      grade: secret(`grade-${name}`),
      managerEmail: `secret-manager-${name}-terces@example.org`.toLowerCase(),
      exceptions: [{ date: '2027-12-24', kind: 'away' }],
      workingStyle: { items: {}, values: [secret(`style-${name}`)] },
      goals: ['leadership'],
      languages: [{ code: 'en' }],
    });
  return made.id;
}

async function addPairs(
  db: Database,
  programId: string,
  { mentor, mentee, formerMentor }: Record<Part, string>,
  people: Record<Reader, TestPerson>,
) {
  const rationale = { forMentee: [secret('reason-mentee')], forMentor: [secret('reason-mentor')] };
  const pair = await buildMentorship(db, { programId, mentorId: mentor, menteeId: mentee, rationale });
  const past = await buildMentorship(db, {
    programId,
    mentorId: formerMentor,
    menteeId: mentee,
    state: 'ended',
    endedAt: new Date(),
    endedBy: people.mentee.accountId,
    endReason: secret('end-reason'),
  });
  const booked = await buildSession(db, { mentorshipId: pair.id, location: secret('location') });
  const off = await buildSession(db, {
    mentorshipId: pair.id,
    state: 'cancelled',
    cancelledAt: new Date(),
    cancelledBy: people.mentor.accountId,
    cancelReason: secret('cancel-reason'),
  });
  await db.repository(SessionAttendeeEntity).update({ sessionId: off.id }, { busy: false });
  return { mentorshipId: [pair.id, past.id], sessionId: [booked.id, off.id] };
}

async function addRequests(db: Database, programId: string, parts: Record<Part, string>) {
  const between = { programId, menteeId: parts.otherMentee };
  const asked = await buildRequest(db, {
    ...between,
    mentorId: parts.otherMentor,
    state: 'declined',
    note: secret('asked-note'),
    question: secret('asked-question'),
    askedAt: new Date(),
    answer: secret('asked-answer'),
    answeredAt: new Date(),
    decisionReason: secret('asked-reason'),
    closedAt: new Date(),
  });
  const draft = await buildRequest(db, {
    ...between,
    mentorId: parts.mentor,
    state: 'draft',
    note: secret('draft-note'),
  });
  const queued = await buildRequest(db, {
    ...between,
    mentorId: parts.formerMentor,
    state: 'queued',
    note: secret('queued-note'),
  });
  await db.query(`UPDATE request SET pending_at = NULL, answer_by = NULL WHERE id = ANY($1)`, [
    [draft.id, queued.id],
  ]);
  return { requestId: [asked.id, draft.id, queued.id] };
}

async function addMatching(db: Database, programId: string, parts: Record<Part, string>, by: string) {
  const cohortId = v7();
  const runId = v7();
  const pair = { menteeId: parts.mentee, mentorId: parts.mentor };
  await db.repository(CohortEntity).insert({
    id: cohortId,
    programId,
    name: secret('cohort'),
    state: 'matching',
    weights: {},
    rules: DEFAULT_RULES,
    seed: secret('seed'),
    termFrom: '2027-01-04',
    createdBy: by,
  });
  for (const [role, participationId] of [
    ['mentee', parts.mentee],
    ['mentor', parts.mentor],
  ] as const)
    await db.repository(CohortMemberEntity).insert({ cohortId, participationId, role, enrolledBy: by });
  await db.repository(PairOverrideEntity).insert({
    ...pair,
    cohortId,
    kind: 'forbid',
    note: secret('override'),
    createdBy: by,
  });
  await db.repository(MatchRunEntity).insert({
    id: runId,
    programId,
    cohortId,
    state: 'succeeded',
    parameters: {
      objective: 'coverage',
      order: [],
      weights: {},
      rules: DEFAULT_RULES,
      minimumScore: 0,
      seed: secret('parameters'),
      termFrom: '2027-01-04',
      termWeeks: 26,
    },
    requestedBy: by,
  });
  const because = { because: secret('points-mentee'), becauseForMentor: secret('points-mentor') };
  await db.repository(MatchPairEntity).insert({
    ...pair,
    runId,
    score: 7_316,
    contributions: [{ feature: 'wishes', points: 7_316, outOf: 10_000, audience: 'admin', ...because }],
  });
  return { cohortId: [cohortId], runId: [runId] };
}

async function addPapers(db: Database, programId: string, mentee: TestPerson, by: string) {
  const invitationId = v7();
  const importId = v7();
  const eventId = v7();
  const soon = new Date(Date.now() + 86_400_000);
  await db.repository(InvitationEntity).insert({
    id: invitationId,
    programId,
    role: 'mentor',
    email: 'secret-mail-invited-terces@example.org',
    note: secret('invitation'),
    createdBy: by,
    expiresAt: soon,
  });
  await db.repository(RosterImportEntity).insert({
    id: importId,
    programId,
    kind: 'mentors',
    state: 'previewed',
    fileName: secret('file'),
    header: ['name'],
    rowCount: 1,
    goodCount: 0,
    badCount: 1,
    createdBy: by,
  });
  const problem = { row: 2, column: 'name', value: '', severity: 'error', code: 'x', message: secret('row') };
  await db
    .repository(RosterImportRowEntity)
    .insert({ importId, row: 2, good: false, cells: [secret('cell')], problems: [problem] });
  await db.repository(OutboxEventEntity).insert({
    id: eventId,
    type: 'account.password-changed.v1',
    payload: { accountId: mentee.accountId },
    programId,
    subjectId: mentee.accountId,
    dueAt: soon,
    nextRingAt: soon,
  });
  await db.repository(DeliveryEntity).insert({
    id: v7(),
    eventId,
    programId,
    recipientKey: mentee.accountId,
    accountId: mentee.accountId,
    kind: 'intro-mentee',
    subject: { mentorshipId: secret('subject') },
    state: 'failed',
    messageId: secret('message-id'),
    lastError: secret('smtp'),
    nextAttemptAt: soon,
    nextRingAt: soon,
    createdAt: new Date(),
  });
  return { invitationId: [invitationId], importId: [importId], deliveryId: [] };
}
