import type { Page, PageField, PageForm, PageLink } from '../mail-actions/page.js';

/** Longest address that is read. */
export const EMAIL_MAX = 254;

const REFERENCE: PageLink = { label: 'API reference', path: '/docs' };
const START: PageLink = { label: 'Start page', path: '/' };

const emailField = (value: string): PageField => ({
  name: 'email',
  label: 'Your email address',
  kind: 'email',
  required: true,
  maxLength: EMAIL_MAX,
  value,
});

const signInForm = (email: string): PageForm => ({
  action: '/sign-in',
  button: 'Mail me a link to sign in',
  fields: [emailField(email)],
});

/** What the product is, and the way in. @param email what was given before */
export function startPage(email = ''): Page {
  return {
    title: 'Mentors and mentees, matched with reasons',
    sentences: [
      'Rapport brings a mentor and a mentee together and stays with them, from the first profile to the closing talk.',
      'Sign in by mail: no password needed.',
    ],
    form: signInForm(email),
    links: [REFERENCE],
  };
}

/** A place that mails lead to and that is used through the API. */
export interface Place {
  readonly title: string;
  /** What can be done, and the section of the reference that does it. */
  readonly what: string;
}

/** What can be done at a place, and how to sign in for it. */
export function placePage({ title, what }: Place): Page {
  return {
    title,
    sentences: [
      what,
      'Signed in on this device? In the reference, run “refresh” under “auth” with the body {}, and give the access token that it answers to “Authorize”.',
      'If that is not for you, reply to the mail that brought you here: it reaches a person who helps.',
    ],
    form: signInForm(''),
    links: [REFERENCE, START],
  };
}

/** Asks where to send the link for a new password. @param email what was given before */
export function forgottenPasswordPage(email = ''): Page {
  return {
    title: 'Choose a new password',
    sentences: ['We mail you a link to choose one. Your password stays as it is until you use it.'],
    form: {
      action: '/forgotten-password',
      button: 'Mail me a link',
      fields: [emailField(email)],
    },
    links: [START],
  };
}

/** After a link was asked for; it never says whether the address is known. @param minutes how long the link works */
export function linkSentPage(email: string, minutes: number): Page {
  return {
    title: 'Look into your mail',
    sentences: [
      `If ${email} belongs to an account, a link is on its way. It works once, for ${minutes} minutes.`,
      'Nothing there? Look in your spam folder, or try another address.',
    ],
    links: [START],
  };
}
