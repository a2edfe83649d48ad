import { isolateName, type MailBlock } from '#mail';
import { type Letter, programLetter } from './letter.js';
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

const quoted = (text: string | null): MailBlock[] =>
  text === null || text === '' ? [] : [{ type: 'quote', text }];

/** To the people who run the program. */
export const applicationReceived = applicationMail(['applied'], ({ application, program }, { links }) => {
  const applicant = isolateName(
    nameOf({ name: application.applicant_name, email: application.applicant_email }),
  );
  return {
    subject: `${applicant} would like to join ${program.name}`,
    preheader: `As a ${application.role}. Approve or decline.`,
    because: `you run ${program.name}`,
    replyTo: { name: application.applicant_name, address: application.applicant_email },
    blocks: [
      { type: 'heading', text: `${applicant} would like to join` },
      {
        type: 'paragraph',
        text: `As a ${application.role}. Nobody else sees the application until you decide.`,
      },
      ...quoted(application.application_note),
      {
        type: 'buttons',
        links: [{ label: 'Read and decide', url: links.page('/admin/people?state=applied') }],
      },
    ],
  };
});

export const applicationApproved = applicationMail(
  ['approved', 'active', 'paused'],
  ({ application, program }, { links }) => ({
    subject: `Welcome to ${program.name}`,
    preheader: 'Fill in your profile, and you can be found.',
    blocks: [
      { type: 'heading', text: `Welcome to ${program.name}` },
      {
        type: 'paragraph',
        text: `You take part as a ${application.role}. One thing is left: your skills, goals and times, so that you can be found and matched.`,
      },
      ...quoted(application.decision_note),
      { type: 'buttons', links: [{ label: 'Fill in your profile', url: links.page('/welcome') }] },
    ],
  }),
);

export const applicationDeclined = applicationMail(['declined'], ({ application, program }) => ({
  subject: `Your application to ${program.name}`,
  preheader: 'The answer, and whom to ask.',
  because: `you applied to ${program.name}`,
  blocks: [
    { type: 'heading', text: 'Not this time' },
    { type: 'paragraph', text: `Thank you for your interest. ${program.name} can’t take you in at present.` },
    ...quoted(application.decision_note),
    ...(program.contact === null
      ? []
      : [
          {
            type: 'paragraph' as const,
            text: `If you would like to know more, reply to this mail: it reaches ${isolateName(program.contact.name)}.`,
          },
        ]),
  ],
}));
