import { formatInstant } from '#availability';
import { isolateName } from '#mail';
import { fillText } from '../templates/fill-text.js';
import { invitationTemplate } from '../templates/program.templates.js';
import { chooseText, DEFAULT_LANGUAGE } from '../templates/program-texts.js';
import { button, quoted } from './blocks.js';
import { commonWords, letterOf } from './letter.js';
import { defineMail, idIn, Stale } from './mail.js';
import { programOf, type ProgramFacts } from './people.js';

interface InvitationRow {
  role: string;
  email: string | null;
  note: string | null;
  expires_at: Date;
  open: boolean;
  inviter_name: string;
  inviter_email: string;
  invited_locale: string | null;
  program_id: string;
}

interface Facts {
  readonly invitation: InvitationRow & { email: string };
  readonly program: ProgramFacts;
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  mentor: 'a mentor',
  mentee: 'a mentee',
  owner: 'an owner',
  coordinator: 'a coordinator',
  sponsor: 'a sponsor',
};

/** "Come in": to an address that may have no account yet. */
export const invitationMail = defineMail<Facts>({
  async load(db, input) {
    const [row] = await db.query<InvitationRow>(
      `SELECT i.role, i.email, i.note, i.expires_at, i.program_id, a.name AS inviter_name, a.email AS inviter_email,
         (SELECT locale FROM account WHERE email = lower(i.email)) AS invited_locale,
         i.revoked_at IS NULL AND i.uses < i.max_uses AND i.expires_at > $2 AS open
       FROM invitation i JOIN account a ON a.id = i.created_by WHERE i.id = $1`,
      [idIn(input, 'invitationId'), input.now],
    );
    if (row?.email == null) return new Stale('the invitation is gone');
    if (!row.open) return new Stale('the invitation was used, taken back or is too old');
    const program = await programOf(db, row.program_id);
    if (program === null) return new Stale('the program is gone');
    return { invitation: { ...row, email: row.email }, program };
  },
  write({ invitation, program }, { links, texts }, input) {
    const inviter = isolateName(invitation.inviter_name);
    const letter = letterOf(invitationTemplate, {
      words: {
        inviter_name: inviter,
        role: ROLE_WORDS[invitation.role] ?? invitation.role,
        open_until: formatInstant(invitation.expires_at.getTime(), program.timeZone),
      },
      parts: {
        note: quoted(invitation.note),
        buttons: button('See the invitation', links.invitation(idIn(input, 'invitationId'))),
      },
    });
    const words = { ...commonWords(invitation.email, program), ...letter.words };
    return {
      to: { name: '', address: invitation.email },
      replyTo: { name: invitation.inviter_name, address: invitation.inviter_email },
      fromName: program.senderName,
      content: {
        ...fillText(chooseText(letter.template, texts, invitation.invited_locale ?? DEFAULT_LANGUAGE), {
          ...letter,
          words,
        }),
        brand: program.name,
        footer: `You get this because ${inviter} entered your address. Reply to this mail to reach them. If you ignore it, you hear nothing more.`,
      },
    };
  },
});
