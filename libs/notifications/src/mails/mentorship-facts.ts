import type { Slot } from '#availability';
import type { Database } from '#database';
import { idIn, type MailInput, Stale } from './mail.js';
import { programOf, type ProgramFacts, type Reader, readerOf } from './people.js';
import { suggestTimes, timesOf } from './suggested-times.js';

interface MentorshipRow {
  state: string;
  program_id: string;
  mentor_id: string;
  mentee_id: string;
  rationale: { forMentee: string[]; forMentor: string[] };
  started_at: Date;
  mentor_name: string;
  mentor_email: string;
  mentor_time_zone: string;
  mentor_headline: string | null;
  mentor_about: string | null;
  mentee_name: string;
  mentee_time_zone: string;
  mentee_headline: string | null;
  mentee_goal: string | null;
}

/** What mails about a relationship say. */
export interface MentorshipFacts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly mentorship: MentorshipRow;
}

/** A relationship as it is now, or stale unless it is in one of these states. */
export async function mentorshipFacts(
  db: Database,
  input: MailInput,
  states: readonly string[],
): Promise<MentorshipFacts | Stale> {
  const [mentorship] = await db.query<MentorshipRow>(
    `SELECT m.state, m.program_id, m.mentor_id, m.mentee_id, m.rationale, m.started_at,
       mentor_account.name AS mentor_name, mentor_account.email AS mentor_email, mentor_account.time_zone AS mentor_time_zone,
       mentor_profile.headline AS mentor_headline, mentor_profile.about AS mentor_about,
       mentee_account.name AS mentee_name, mentee_account.time_zone AS mentee_time_zone,
       mentee_profile.headline AS mentee_headline, mentee_profile.goal_statement AS mentee_goal
     FROM mentorship m
     JOIN participation mentor ON mentor.id = m.mentor_id JOIN account mentor_account ON mentor_account.id = mentor.account_id
     JOIN participation mentee ON mentee.id = m.mentee_id JOIN account mentee_account ON mentee_account.id = mentee.account_id
     LEFT JOIN profile mentor_profile ON mentor_profile.participation_id = mentor.id
     LEFT JOIN profile mentee_profile ON mentee_profile.participation_id = mentee.id
     WHERE m.id = $1`,
    [idIn(input, 'mentorshipId')],
  );
  const reader = await readerOf(db, input.accountId);
  const program = await programOf(db, mentorship?.program_id ?? null);
  if (mentorship === undefined || reader === null || program === null) return new Stale('it was deleted');
  if (!states.includes(mentorship.state)) return new Stale(`the mentorship is ${mentorship.state} now`);
  return { reader, program, mentorship };
}

/** What an introduction says besides. */
export interface IntroFacts extends MentorshipFacts {
  /** Up to three times that suit both. */
  readonly times: readonly Slot[];
}

/** Facts of an introduction; stale once the pair no longer stands. */
export async function introFacts(db: Database, input: MailInput): Promise<IntroFacts | Stale> {
  const facts = await mentorshipFacts(db, input, ['active']);
  if (facts instanceof Stale) return facts;
  const { mentee_id, mentor_id } = facts.mentorship;
  const people = await timesOf(db, [mentee_id, mentor_id]);
  return { ...facts, times: suggestTimes(people, input.now, facts.program) };
}
