import { type AuditAction, isVisible, type ParticipationState } from '#programs';
import { isolateName } from '#mail';
import { programLetter } from './letter.js';
import { defineMail, idIn, Stale } from './mail.js';
import { nameOf, programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

interface ActRow {
  action: AuditAction;
  actor_name: string | null;
  actor_email: string | null;
  program_id: string;
  state: ParticipationState;
  privacy_confirmed_at: Date | null;
  claimed: boolean;
}

interface Facts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly act: ActRow;
}

/** What was done, after "… ". */
const WORDS: Partial<Readonly<Record<AuditAction, string>>> = {
  'profile.updated': 'changed your profile',
  'participation.address-corrected': 'corrected your email address',
  'request.accepted': 'said yes to a request for you',
  'request.declined': 'declined a request for you',
  'request.submitted': 'handed in a request for you',
  'request.withdrawn': 'took back a request for you',
};

/** To somebody in whose place an admin did something; never what it says. */
export const actedFor = defineMail<Facts>({
  async load(db, input) {
    const [act] = await db.query<ActRow>(
      `SELECT e.action, e.program_id, a.name AS actor_name, a.email AS actor_email, p.state, p.privacy_confirmed_at,
         own.claimed_at IS NOT NULL AS claimed
       FROM audit_entry e JOIN participation p ON p.id = e.on_behalf_of JOIN account own ON own.id = p.account_id
       LEFT JOIN account a ON a.id = e.actor_id
       WHERE e.id = $1`,
      [idIn(input, 'entryId')],
    );
    const reader = await readerOf(db, input.accountId);
    const program = await programOf(db, act?.program_id ?? null);
    if (act === undefined || reader === null || program === null) return new Stale('it was deleted');
    const person = { state: act.state, privacyConfirmedAt: act.privacy_confirmed_at };
    // Whoever has not heard of the program yet gets its privacy notice first, and nothing before it.
    if (!act.claimed && !isVisible(person, program.settings))
      return new Stale('the person does not know of the program yet');
    return { reader, program, act };
  },
  write({ reader, program, act }, tools) {
    const name =
      act.actor_email === null ? null : nameOf({ name: act.actor_name ?? '', email: act.actor_email });
    const actor = name === null ? `Whoever runs ${program.name}` : isolateName(name);
    const done = WORDS[act.action] ?? 'did something in your place';
    return programLetter(reader, program, tools, {
      subject: `${actor} ${done}`,
      preheader: `In ${program.name}. You need not do anything.`,
      ...(name === null || act.actor_email === null || act.actor_email === reader.email
        ? {}
        : { replyTo: { name, address: act.actor_email } }),
      blocks: [
        { type: 'heading', text: `${actor} ${done}` },
        {
          type: 'paragraph',
          text: `It was done in ${program.name}, which ${name === null ? 'they run' : `${actor} helps to run`}. There is nothing to do for you. Was it not what you wanted? Reply to this mail.`,
        },
        {
          type: 'paragraph',
          text: 'What others did in your place stands in your list of changes, with the day and the name.',
        },
      ],
    });
  },
});
