import type { InvitationOffer, ParticipationView, ProgramRole } from '#programs';
import type { Page } from '../mail-actions/page.js';

const AS: Readonly<Record<ProgramRole, string>> = {
  mentor: 'a mentor',
  mentee: 'a mentee',
  owner: 'an owner',
  coordinator: 'a coordinator',
  sponsor: 'a sponsor',
};

const SEEN =
  'People of the program will see your name and profile; only its coordinators and your own match see your address.';

/** The page of an invitation, before anything has happened. */
export function invitationPage(offer: InvitationOffer): Page {
  const sentences = [
    `${offer.invitedBy} would like you to take part in ${offer.programName} as ${AS[offer.role]}.`,
    ...(offer.note === null ? [] : [`They write: ${offer.note}`]),
    ...(offer.description === '' ? [] : [offer.description]),
  ];
  const title = `Join ${offer.programName}`;
  if (offer.email === null)
    return { title, sentences: [...sentences, 'Sign in, or register, and use this link there.'] };
  const form = { button: `Join as ${AS[offer.role]}`, fields: [] };
  return { title, sentences: [...sentences, SEEN], form };
}

/** The page after joining. */
export function joinedPage({ role, email }: ParticipationView): Page {
  return {
    title: 'Welcome',
    sentences: [
      `You take part as ${AS[role]} now.`,
      `A link to sign in is on its way to ${email}. Use it to fill in your profile.`,
    ],
  };
}
