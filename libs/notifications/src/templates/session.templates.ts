import type { MailKind } from '../mails/mail-kind.js';
import { defineTemplate, heading, type MailText, paragraph, sampleButtons } from './mail-template.js';

const WHEN = 'Mon 30 Mar, 13:00 (Berlin) / 16:30 (Kolkata)';
const words = {
  partner_name: { about: 'The other of the pair', sample: 'Dana Cole' },
  when: { about: 'The time, on both clocks', sample: WHEN },
};
const parts = {
  details: {
    about: 'Time, length and place',
    required: true,
    sample: [{ type: 'facts' as const, items: [{ label: 'When', value: WHEN }] }],
  },
  buttons: { about: 'Move or cancel', required: true, sample: sampleButtons('Move or cancel') },
};

/** Both of a pair get mails about a session; each side has its own text. */
const forBoth = <T>(make: (role: 'mentee' | 'mentor') => T) => ({
  mentee: make('mentee'),
  mentor: make('mentor'),
});

const about = (mail: MailKind, what: string, text: MailText) =>
  forBoth((role) =>
    defineTemplate({
      key: `${mail}.${role}`,
      mail,
      role,
      about: `${what}; to the ${role}`,
      words,
      parts,
      text,
    }),
  );

export const sessionBookedTemplates = about('session-booked', 'A session was booked', {
  subject: 'Booked: {{partner_name}}, {{when}}',
  preheader: 'It is in the calendar file of this mail.',
  blocks: [
    heading('You meet {{partner_name}}'),
    paragraph('{{details}}'),
    paragraph('The attached file puts it into your calendar.'),
    paragraph('{{buttons}}'),
  ],
});

export const sessionMovedTemplates = about('session-moved', 'A session was moved', {
  subject: 'Moved: {{partner_name}}, now {{when}}',
  preheader: 'Time and place as they hold now.',
  blocks: [
    heading('Your session with {{partner_name}} has moved'),
    paragraph('{{details}}'),
    paragraph('This is what holds now, whatever was said before. The attached file updates your calendar.'),
    paragraph('{{buttons}}'),
  ],
});

export const sessionCancelledTemplates = forBoth((role) =>
  defineTemplate({
    key: `session-cancelled.${role}`,
    mail: 'session-cancelled',
    role,
    about: `A session was cancelled; to the ${role}`,
    words: {
      ...words,
      what_happened: {
        about: 'Who cancelled, as a sentence without its stop',
        sample: 'The session with Dana Cole is cancelled',
      },
    },
    parts: {
      details: { ...parts.details, about: 'When it was' },
      reason: {
        about: 'Why, in the words of whoever cancelled',
        required: false,
        sample: [{ type: 'quote', text: 'I am ill.' }],
      },
      buttons: {
        about: 'Find another time',
        required: true,
        sample: sampleButtons('Find another time'),
      },
    },
    text: {
      subject: 'Cancelled: {{partner_name}}, {{when}}',
      preheader: 'It is taken out of your calendar.',
      blocks: [
        heading('{{what_happened}}'),
        paragraph('{{details}}'),
        paragraph('{{reason}}'),
        paragraph('{{buttons}}'),
      ],
    },
  }),
);

export const sessionReminderTemplates = forBoth((role) =>
  defineTemplate({
    key: `session-reminder.${role}`,
    mail: 'session-reminder',
    role,
    about: `A session is near; to the ${role}`,
    words: { ...words, time_until: { about: 'How far it is away', sample: 'in 24 hours' } },
    parts,
    text: {
      subject: '{{partner_name}}, {{when}}',
      preheader: 'Your session starts {{time_until}}.',
      blocks: [
        heading('You meet {{partner_name}} {{time_until}}'),
        paragraph('{{details}}'),
        paragraph('{{buttons}}'),
      ],
    },
  }),
);
