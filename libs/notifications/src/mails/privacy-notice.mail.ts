import { isolateName } from '#mail';
import { privacyNoticeTemplate, STORED } from '../templates/program.templates.js';
import { button } from './blocks.js';
import { letterOf, programLetter } from './letter.js';
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
    const agree = tools.links.action(idIn(input, 'confirmTokenId'));
    const letter = letterOf(
      privacyNoticeTemplate,
      {
        words: { added_by: who, role },
        parts: {
          what_is_stored: [{ type: 'bullets', items: STORED }],
          buttons: button('Agree and take part', agree),
        },
      },
      { because: `${who} entered your address` },
    );
    return programLetter(reader, program, tools, letter);
  },
});
