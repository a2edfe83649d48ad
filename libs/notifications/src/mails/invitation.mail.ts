import { formatInstant } from '#availability';
import { isolateName, type MailBlock } from '#mail';
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
  write({ invitation, program }, { links }, input) {
    const inviter = isolateName(invitation.inviter_name);
    const role = ROLE_WORDS[invitation.role] ?? invitation.role;
    const until = formatInstant(invitation.expires_at.getTime(), program.timeZone);
    const note: MailBlock[] = invitation.note === null ? [] : [{ type: 'quote', text: invitation.note }];
    return {
      to: { name: '', address: invitation.email },
      replyTo: { name: invitation.inviter_name, address: invitation.inviter_email },
      fromName: program.name,
      content: {
        subject: `${inviter} invites you to ${program.name}`,
        preheader: `Join as ${role}.`,
        brand: program.name,
        blocks: [
          { type: 'heading', text: `Join ${program.name}` },
          { type: 'paragraph', text: `${inviter} would like you to take part as ${role}.` },
          ...note,
          {
            type: 'buttons',
            links: [{ label: 'See the invitation', url: links.invitation(idIn(input, 'invitationId')) }],
          },
          { type: 'small', text: `The invitation is open until ${until}.` },
        ],
        footer: `You get this because ${inviter} entered your address. Reply to this mail to reach them. If you ignore it, you hear nothing more.`,
      },
    };
  },
});
