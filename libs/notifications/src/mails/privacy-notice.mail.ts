import { isolateName } from '#mail';
import { programLetter } from './letter.js';
import { defineMail, idIn, Stale } from './mail.js';
import { programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

interface ParticipationRow {
  role: string;
  state: string;
  confirmed: boolean;
  program_id: string;
}

interface Facts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly role: string;
}

/** To somebody whom an admin brought in: what is known of them, who sees it, and the button without which nobody does. */
export const privacyNotice = defineMail<Facts>({
  async load(db, input) {
    const [row] = await db.query<ParticipationRow>(
      `SELECT role, state, privacy_confirmed_at IS NOT NULL AS confirmed, program_id FROM participation WHERE id = $1`,
      [idIn(input, 'participationId')],
    );
    const reader = await readerOf(db, input.accountId);
    const program = await programOf(db, row?.program_id ?? null);
    if (row === undefined || reader === null || program === null) return new Stale('it was deleted');
    if (row.confirmed) return new Stale('the privacy notice was confirmed');
    if (row.state === 'left' || row.state === 'declined')
      return new Stale(`the participation is ${row.state} now`);
    return { reader, program, role: row.role };
  },
  write({ reader, program, role }, tools, input) {
    const who = program.contact === null ? 'An admin' : isolateName(program.contact.name);
    return programLetter(reader, program, tools, {
      subject: `You were added to ${program.name} as a ${role}`,
      because: `${who} entered your address`,
      preheader: 'See what is stored about you. Nobody sees it before you agree.',
      blocks: [
        { type: 'heading', text: `You were added to ${program.name}` },
        {
          type: 'paragraph',
          text: `${who} added you as a ${role}, from a list. Nobody else sees you before you agree.`,
        },
        {
          type: 'bullets',
          items: [
            'Stored: your name, this address, your time zone, and what the list says of your skills, goals and times.',
            'Other participants see your profile. Only your own mentor or mentees see your address.',
            'Those who run the program see who is matched with whom and when you meet, never your messages or private notes.',
            'To see, correct or delete what is stored, reply to this mail.',
          ],
        },
        {
          type: 'buttons',
          links: [{ label: 'Agree and take part', url: tools.links.action(idIn(input, 'confirmTokenId')) }],
        },
        {
          type: 'small',
          text: 'If you would rather not, do nothing: you are not shown to anybody and not matched.',
        },
      ],
    });
  },
});
