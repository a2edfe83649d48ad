import type { Database } from '#database';
import { accountLetter, type FixedLetter } from './letter.js';
import { defineMail, idIn, type Mail, type MailInput, type MailTools, Stale } from './mail.js';
import { type Reader, readerOf } from './people.js';

async function openLink(db: Database, input: MailInput): Promise<Reader | Stale> {
  const reader = await readerOf(db, input.accountId);
  if (reader === null) return new Stale('the account was deleted');
  const open = await db.query(
    `SELECT 1 FROM mail_token WHERE id = $1 AND used_at IS NULL AND expires_at > $2`,
    [idIn(input, 'tokenId'), input.now],
  );
  return open.length === 0 ? new Stale('the link was used or is too old') : reader;
}

const linkMail = (letter: (url: string, tools: MailTools) => FixedLetter): Mail =>
  defineMail<Reader>({
    load: openLink,
    write: (reader, tools, input) =>
      accountLetter(reader, tools, letter(tools.links.account(idIn(input, 'tokenId')), tools)),
  });

export const verifyEmail = linkMail((url, { brand }) => ({
  subject: 'Confirm your email address',
  preheader: `One click, and your account at ${brand} is ready.`,
  blocks: [
    { type: 'heading', text: 'Confirm your email address' },
    { type: 'paragraph', text: `You signed up at ${brand} with this address. Confirm that it is yours.` },
    { type: 'buttons', links: [{ label: 'Confirm address', url }] },
    { type: 'small', text: 'If you did not sign up, ignore this mail: nothing happens without the click.' },
  ],
}));

export const resetPassword = linkMail((url) => ({
  subject: 'Choose a new password',
  preheader: 'The link works once, for 60 minutes.',
  blocks: [
    { type: 'heading', text: 'Choose a new password' },
    {
      type: 'paragraph',
      text: 'You said that you forgot your password. This link lets you choose a new one.',
    },
    { type: 'buttons', links: [{ label: 'Choose a password', url }] },
    {
      type: 'small',
      text: 'The link works once, for 60 minutes. If it was not you, ignore this mail: your password stays as it is.',
    },
  ],
}));

export const signInLink = linkMail((url, { brand }) => ({
  subject: `Your link to sign in to ${brand}`,
  preheader: 'It works once, for 15 minutes.',
  blocks: [
    { type: 'heading', text: 'Sign in' },
    { type: 'paragraph', text: 'Here is the link you asked for. It works once, for 15 minutes.' },
    { type: 'buttons', links: [{ label: 'Sign in', url }] },
    { type: 'small', text: 'If you did not ask for it, ignore this mail. Nobody can sign in without it.' },
  ],
}));

export const passwordChanged = defineMail<Reader>({
  async load(db, input) {
    return (await readerOf(db, input.accountId)) ?? new Stale('the account was deleted');
  },
  write: (reader, tools) =>
    accountLetter(reader, tools, {
      subject: 'Your password was changed',
      preheader: 'If it was you, there is nothing to do.',
      blocks: [
        { type: 'heading', text: 'Your password was changed' },
        {
          type: 'paragraph',
          text: 'If it was you, there is nothing to do. All your other devices were signed out.',
        },
        { type: 'paragraph', text: 'If it was not you, choose a new password now.' },
        {
          type: 'buttons',
          links: [{ label: 'Choose a password', url: tools.links.page('/forgotten-password') }],
        },
      ],
    }),
});
