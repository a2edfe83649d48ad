import { type AccountView, mailPurposes, PASSWORD_MAX, PASSWORD_MIN } from '#accounts';
import type { Page } from './page.js';

/** What the pages behind account links say before their button is pressed, by purpose. */
export const accountLinkPages: Readonly<Record<string, (account: AccountView) => Page>> = {
  [mailPurposes.signIn]: (account) => ({
    title: 'Sign in',
    sentences: [
      `You sign in as ${account.name} (${account.email}) on this device, and stay signed in on it.`,
    ],
    form: { button: 'Sign in', fields: [] },
  }),
  [mailPurposes.verifyEmail]: (account) => ({
    title: 'Is this your address?',
    sentences: [
      `Somebody registered at Rapport with ${account.email}.`,
      'If that was you, confirm it. If not, close this page: nothing happens without the button.',
    ],
    form: { button: 'Yes, I registered', fields: [] },
  }),
  [mailPurposes.resetPassword]: (account) => ({
    title: 'Set a new password',
    sentences: [`For ${account.email}. All devices that are signed in will be signed out.`],
    form: {
      button: 'Set this password',
      fields: [
        {
          name: 'password',
          label: `New password, at least ${PASSWORD_MIN} characters`,
          kind: 'password',
          required: true,
          minLength: PASSWORD_MIN,
          maxLength: PASSWORD_MAX,
        },
      ],
    },
  }),
};
