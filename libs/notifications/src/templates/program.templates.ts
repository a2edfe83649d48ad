import { defineTemplate, heading, paragraph, sampleButtons, small } from './mail-template.js';

export const invitationTemplate = defineTemplate({
  key: 'invitation',
  mail: 'invitation',
  role: 'invited',
  about: 'Somebody was invited by address',
  words: {
    inviter_name: { about: 'Who invites', sample: 'Sam Okafor' },
    role: { about: 'What they are invited to be, with its article', sample: 'a mentor' },
    open_until: { about: 'Until when the invitation works', sample: 'Sun 15 Mar, 10:00 (Berlin)' },
  },
  parts: {
    note: {
      about: 'What the inviter wrote',
      required: false,
      sample: [{ type: 'quote', text: 'We talked in Lisbon.' }],
    },
    buttons: { about: 'See the invitation', required: true, sample: sampleButtons('See the invitation') },
  },
  text: {
    subject: '{{inviter_name}} invites you to {{program_name}}',
    preheader: 'Join as {{role}}.',
    blocks: [
      heading('Join {{program_name}}'),
      paragraph('{{inviter_name}} would like you to take part as {{role}}.'),
      paragraph('{{note}}'),
      paragraph('{{buttons}}'),
      small('The invitation is open until {{open_until}}.'),
    ],
  },
});

export const applicationReceivedTemplate = defineTemplate({
  key: 'application-received',
  mail: 'application-received',
  role: 'admin',
  about: 'Somebody asked to take part; to those who run the program',
  words: {
    applicant_name: { about: 'Who applied', sample: 'Ana Lima' },
    role: { about: 'What they want to be', sample: 'mentee' },
  },
  parts: {
    note: {
      about: 'What the applicant wrote',
      required: false,
      sample: [{ type: 'quote', text: 'I would like to lead a team.' }],
    },
    buttons: { about: 'Read and decide', required: true, sample: sampleButtons('Read and decide') },
  },
  text: {
    subject: '{{applicant_name}} would like to join {{program_name}}',
    preheader: 'As a {{role}}. Approve or decline.',
    blocks: [
      heading('{{applicant_name}} would like to join'),
      paragraph('As a {{role}}. Nobody else sees the application until you decide.'),
      paragraph('{{note}}'),
      paragraph('{{buttons}}'),
    ],
  },
});

export const applicationApprovedTemplate = defineTemplate({
  key: 'application-approved',
  mail: 'application-approved',
  role: 'participant',
  about: 'An application was approved',
  words: { role: { about: 'What they are now', sample: 'mentee' } },
  parts: {
    note: {
      about: 'What the admin wrote',
      required: false,
      sample: [{ type: 'quote', text: 'Good to have you.' }],
    },
    buttons: { about: 'Fill in your profile', required: true, sample: sampleButtons('Fill in your profile') },
  },
  text: {
    subject: 'Welcome to {{program_name}}',
    preheader: 'Fill in your profile, and you can be found.',
    blocks: [
      heading('Welcome to {{program_name}}'),
      paragraph(
        'You take part as a {{role}}. One thing is left: your skills, goals and times, so that you can be found and matched.',
      ),
      paragraph('{{note}}'),
      paragraph('{{buttons}}'),
    ],
  },
});

export const applicationDeclinedTemplate = defineTemplate({
  key: 'application-declined',
  mail: 'application-declined',
  role: 'participant',
  about: 'An application was declined',
  words: { reply_name: { about: 'Who reads an answer; empty without such a person', sample: 'Sam Okafor' } },
  parts: {
    note: {
      about: 'What the admin wrote',
      required: false,
      sample: [{ type: 'quote', text: 'Full until June.' }],
    },
  },
  text: {
    subject: 'Your application to {{program_name}}',
    preheader: 'The answer, and whom to ask.',
    blocks: [
      heading('Not this time'),
      paragraph('Thank you for your interest. {{program_name}} can’t take you in at present.'),
      paragraph('{{note}}'),
      paragraph('If you would like to know more, reply to this mail: it reaches {{reply_name}}.'),
    ],
  },
});

/** What the law wants people to know of what is stored about them. */
export const STORED: readonly string[] = [
  'Stored: your name, this address, your time zone, and what the list says of your skills, goals and times.',
  'Other participants see your profile. Only your own mentor or mentees see your address.',
  'Those who run the program see who is matched with whom and when you meet, never your messages or private notes.',
  'To see, correct or delete what is stored, reply to this mail.',
];

export const privacyNoticeTemplate = defineTemplate({
  key: 'privacy-notice',
  mail: 'privacy-notice',
  role: 'participant',
  about: 'An admin added somebody from a list',
  words: {
    added_by: { about: 'Who added them', sample: 'Sam Okafor' },
    role: { about: 'What they were added as', sample: 'mentor' },
  },
  parts: {
    what_is_stored: {
      about: 'What is stored and who sees it; the law asks for it',
      required: true,
      sample: [{ type: 'bullets', items: STORED }],
    },
    buttons: { about: 'Agree and take part', required: true, sample: sampleButtons('Agree and take part') },
  },
  text: {
    subject: 'You were added to {{program_name}} as a {{role}}',
    preheader: 'See what is stored about you. Nobody sees it before you agree.',
    blocks: [
      heading('You were added to {{program_name}}'),
      paragraph('{{added_by}} added you as a {{role}}, from a list. Nobody else sees you before you agree.'),
      paragraph('{{what_is_stored}}'),
      paragraph('{{buttons}}'),
      small('If you would rather not, do nothing: you are not shown to anybody and not matched.'),
    ],
  },
});
