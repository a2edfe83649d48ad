import { DEFAULT_SETTINGS } from '#programs';
import type { MailKind } from '../mails/mail-kind.js';
import { programAdmins } from './program-admins.js';
import { type Plan, type Plans, toAccount } from './plan.js';

const toParticipant =
  (kind: MailKind): Plan<'participation.approved.v1' | 'participation.declined.v1'> =>
  async ({ payload: { participationId } }, { db }) => {
    const rows = await db.query<{ account_id: string }>(
      `SELECT account_id FROM participation WHERE id = $1`,
      [participationId],
    );
    return rows.map((row) => toAccount(kind, row.account_id, { participationId }));
  };

const DAY_MS = 86_400_000;
/** How long somebody who was added can agree from the mail. */
const CONFIRM_DAYS = 90;

/** Mails about entering a program. */
export const programPlans = {
  /** An invitation goes to an address, which may have no account yet. */
  'participation.invited.v1': async ({ payload: { invitationId } }, { db }) => {
    const rows = await db.query<{ account_id: string | null }>(
      `SELECT a.id AS account_id FROM invitation i LEFT JOIN account a ON a.email = lower(i.email)
       WHERE i.id = $1 AND i.email IS NOT NULL`,
      [invitationId],
    );
    return rows.map((row) => ({
      kind: 'invitation' as const,
      accountId: row.account_id,
      recipientKey: invitationId,
      subject: { invitationId },
    }));
  },
  'participation.applied.v1': async ({ payload: { participationId }, programId }, { db }) => {
    if (programId === null) return [];
    const admins = await programAdmins(db, programId, [participationId]);
    return admins.map((admin) => toAccount('application-received', admin, { participationId }));
  },
  'participation.acted-for.v1': async ({ payload: { entryId } }, { db }) => {
    const rows = await db.query<{ account_id: string }>(
      `SELECT p.account_id FROM audit_entry e JOIN participation p ON p.id = e.on_behalf_of
       WHERE e.id = $1 AND p.account_id <> e.actor_id`,
      [entryId],
    );
    return rows.map((row) => toAccount('acted-for', row.account_id, { entryId }));
  },
  'participation.approved.v1': toParticipant('application-approved'),
  'participation.declined.v1': toParticipant('application-declined'),
  /** Where the organisation has told its people itself, there is nothing to confirm. */
  'participation.imported.v1': async ({ payload: { participationId } }, { db, tokens, now }) => {
    const [person] = await db.query<{ account_id: string; program_id: string; settings: object }>(
      `SELECT p.account_id, p.program_id, g.settings FROM participation p JOIN program g ON g.id = p.program_id
       WHERE p.id = $1 AND p.privacy_confirmed_at IS NULL AND p.state NOT IN ('left', 'declined')`,
      [participationId],
    );
    if (person === undefined) return [];
    const { organisationInformsPeople } = { ...DEFAULT_SETTINGS, ...person.settings };
    if (organisationInformsPeople) return [];
    const confirmTokenId = await tokens.issue({
      accountId: person.account_id,
      purpose: 'participation.confirm-privacy',
      context: { programId: person.program_id, participationId },
      expiresAt: new Date(now.getTime() + CONFIRM_DAYS * DAY_MS),
    });
    return [toAccount('privacy-notice', person.account_id, { participationId, confirmTokenId })];
  },
} satisfies Plans;
