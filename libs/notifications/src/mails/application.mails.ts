import { isolateName } from '#mail';
import {
  applicationApprovedTemplate,
  applicationDeclinedTemplate,
  applicationReceivedTemplate,
} from '../templates/program.templates.js';
import { button, quoted } from './blocks.js';
import { type Letter, letterOf, programLetter } from './letter.js';
import { defineMail, idIn, type Mail, type MailTools, Stale } from './mail.js';
import { nameOf, programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

interface ApplicationRow {
  state: string;
  role: string;
  application_note: string | null;
  decision_note: string | null;
  applicant_name: string;
  applicant_email: string;
  program_id: string;
}

interface Facts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly application: ApplicationRow;
}

/** A mail about an application, true as long as the participation is in one of these states. */
const applicationMail = (
  states: readonly string[],
  letter: (facts: Facts, tools: MailTools) => Letter,
): Mail =>
  defineMail<Facts>({
    async load(db, input) {
      const [application] = await db.query<ApplicationRow>(
        `SELECT p.state, p.role, p.application_note, p.decision_note, p.program_id, a.name AS applicant_name,
           a.email AS applicant_email
         FROM participation p JOIN account a ON a.id = p.account_id WHERE p.id = $1`,
        [idIn(input, 'participationId')],
      );
      const reader = await readerOf(db, input.accountId);
      const program = await programOf(db, application?.program_id ?? null);
      if (application === undefined || reader === null || program === null)
        return new Stale('it was deleted');
      if (!states.includes(application.state))
        return new Stale(`the application is ${application.state} now`);
      return { reader, program, application };
    },
    write: (facts, tools) => programLetter(facts.reader, facts.program, tools, letter(facts, tools)),
  });

/** To the people who run the program. */
export const applicationReceived = applicationMail(['applied'], ({ application, program }, { links }) => {
  const { applicant_name: name, applicant_email: address, role, application_note: note } = application;
  return letterOf(
    applicationReceivedTemplate,
    {
      words: { applicant_name: isolateName(nameOf({ name, email: address })), role },
      parts: {
        note: quoted(note),
        buttons: button('Read and decide', links.page('/admin/people?state=applied')),
      },
    },
    { because: `you run ${program.name}`, replyTo: { name, address } },
  );
});

export const applicationApproved = applicationMail(
  ['approved', 'active', 'paused'],
  ({ application }, { links }) =>
    letterOf(applicationApprovedTemplate, {
      words: { role: application.role },
      parts: {
        note: quoted(application.decision_note),
        buttons: button('Fill in your profile', links.page('/welcome')),
      },
    }),
);

export const applicationDeclined = applicationMail(['declined'], ({ application, program }) =>
  letterOf(
    applicationDeclinedTemplate,
    {
      words: { reply_name: program.contact === null ? '' : isolateName(program.contact.name) },
      parts: { note: quoted(application.decision_note) },
    },
    { because: `you applied to ${program.name}` },
  ),
);
