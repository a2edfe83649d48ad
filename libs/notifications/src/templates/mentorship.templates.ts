import type { MailBlock } from '#mail';
import { defineTemplate, heading, paragraph, sampleButtons, small } from './mail-template.js';

const mentorName = { mentor_name: { about: 'The mentor of the pair', sample: 'Dana Cole' } };
const menteeName = { mentee_name: { about: 'The mentee of the pair', sample: 'Ana Lima' } };
const otherName = { other_name: { about: 'The other of the pair', sample: 'Dana Cole' } };
const pickBy = { pick_by: { about: 'The day until which the first time is picked', sample: 'Sun 8 Mar' } };
const reasons = {
  reasons: {
    about: 'Up to three reasons of the match',
    required: false,
    sample: [
      { type: 'bullets', items: ['Offers React 4/5, which you ranked first'] },
    ] as readonly MailBlock[],
  },
};
const times = (required: boolean) => ({
  times: {
    about: 'Up to three times that suit both, on both clocks',
    required,
    sample: [
      { type: 'times', items: [{ label: 'Mon 2 Mar, 12:30 (Berlin) / 17:00 (Kolkata)' }] },
    ] as readonly MailBlock[],
  },
});
const inTheirWords = (text: string) => [{ type: 'quote' as const, text }];

export const introMenteeTemplate = defineTemplate({
  key: 'intro-mentee',
  mail: 'intro-mentee',
  role: 'mentee',
  about: 'A mentorship begins; to the mentee',
  words: {
    ...mentorName,
    ...pickBy,
    mentor_headline: { about: 'The headline of the mentor’s profile', sample: 'Staff engineer at Contoso' },
    intro_contact: { about: 'Whom to tell that it does not fit', sample: 'Sam Okafor' },
  },
  parts: {
    about_mentor: {
      about: 'What the mentor says of themselves',
      required: false,
      sample: inTheirWords('I have built teams in small companies for fifteen years.'),
    },
    ...reasons,
    ...times(true),
    buttons: { about: 'Find a time', required: true, sample: sampleButtons('Find a time') },
  },
  text: {
    subject: 'Meet {{mentor_name}}, your mentor in {{program_name}}',
    preheader: 'You start: pick a time by {{pick_by}}.',
    blocks: [
      heading('Meet {{mentor_name}}'),
      paragraph('{{mentor_headline}}'),
      paragraph('{{about_mentor}}'),
      paragraph('{{reasons}}'),
      paragraph('You start: pick a time by {{pick_by}}.'),
      paragraph('{{times}}'),
      paragraph('{{buttons}}'),
      paragraph('Bring two lines: what should change, and what you tried.'),
      small(
        '{{mentor_name}} sees your profile, your goal and your email address. Not right? Tell {{intro_contact}}, no reason needed; {{mentor_name}} won’t be told you asked.',
      ),
    ],
  },
});

export const introMentorTemplate = defineTemplate({
  key: 'intro-mentor',
  mail: 'intro-mentor',
  role: 'mentor',
  about: 'A mentorship begins; to the mentor',
  words: {
    ...menteeName,
    ...pickBy,
    mentee_headline: { about: 'The headline of the mentee’s profile', sample: 'Frontend developer' },
    intro_contact: { about: 'Who looks for somebody else', sample: 'Sam Okafor' },
  },
  parts: {
    goal: {
      about: 'What the mentee wants to change',
      required: false,
      sample: inTheirWords('I want to lead a team within a year.'),
    },
    ...reasons,
    ...times(false),
    buttons: {
      about: 'I can’t take this on now',
      required: true,
      sample: sampleButtons('I can’t take this on now'),
    },
  },
  text: {
    subject: 'Meet {{mentee_name}}, your mentee in {{program_name}}',
    preheader: 'Nothing to do until {{pick_by}}.',
    blocks: [
      heading('Meet {{mentee_name}}'),
      paragraph('{{mentee_headline}}'),
      paragraph('{{goal}}'),
      paragraph('{{reasons}}'),
      paragraph('Nothing to do until {{pick_by}}: {{mentee_name}} picks a time.'),
      paragraph('{{times}}'),
      paragraph('{{buttons}}'),
      small(
        'If you press it, {{intro_contact}} looks for somebody else first; {{mentee_name}} hears of it three working days later. {{mentee_name}} sees your profile and your email address.',
      ),
    ],
  },
});

export const mentorshipReleasedTemplate = defineTemplate({
  key: 'mentorship-released',
  mail: 'mentorship-released',
  role: 'admin',
  about: 'A mentor can’t take a mentee on; to those who run the program',
  words: { ...mentorName, ...menteeName },
  parts: {
    buttons: {
      about: 'Find another mentor',
      required: true,
      sample: sampleButtons('Find another mentor'),
    },
  },
  text: {
    subject: '{{mentor_name}} can’t take {{mentee_name}} on now',
    preheader: '{{mentee_name}} hears of it in three working days, unless you find somebody before.',
    blocks: [
      heading('{{mentor_name}} can’t take {{mentee_name}} on now'),
      paragraph(
        '{{mentee_name}} hears of it in three working days. If you find another mentor before, they get that introduction instead.',
      ),
      paragraph('{{buttons}}'),
    ],
  },
});

export const releaseNoticeTemplate = defineTemplate({
  key: 'release-notice',
  mail: 'release-notice',
  role: 'mentee',
  about: 'The mentor can’t take the mentee on, and nobody else was found in three working days',
  words: mentorName,
  parts: { buttons: { about: 'See mentors', required: true, sample: sampleButtons('See mentors') } },
  text: {
    subject: '{{mentor_name}} can’t mentor you at present',
    preheader: 'It is about their time, not about you.',
    blocks: [
      heading('{{mentor_name}} can’t mentor you at present'),
      paragraph(
        'It is about their time, not about you. {{program_name}} is looking for somebody else, and you go first when a place frees.',
      ),
      paragraph('You can also ask a mentor yourself.'),
      paragraph('{{buttons}}'),
    ],
  },
});

const withdrawnTo = (role: 'mentor' | 'mentee', nothingToDo: string) =>
  defineTemplate({
    key: `match-withdrawn.${role}`,
    mail: 'match-withdrawn',
    role,
    about: `A published match was taken back; to the ${role}`,
    words: otherName,
    parts: {
      reason: {
        about: 'What the admin wrote',
        required: false,
        sample: inTheirWords('A list of line managers was missing.'),
      },
    },
    text: {
      subject: 'Your match with {{other_name}} was taken back',
      preheader: 'It was published too soon. It is no judgement on either of you.',
      blocks: [
        heading('Your match with {{other_name}} was taken back'),
        paragraph(
          'Whoever runs {{program_name}} published it too soon and took it back. That is no judgement on you or on {{other_name}}, who gets the same mail.',
        ),
        paragraph('{{reason}}'),
        paragraph(nothingToDo),
      ],
    },
  });

export const matchWithdrawnTemplates = {
  mentor: withdrawnTo(
    'mentor',
    'There is nothing to do for you: the place is yours to give again, and a session that you planned is cancelled. The round is being matched anew, and you hear from us when it is done.',
  ),
  mentee: withdrawnTo(
    'mentee',
    'There is nothing to do for you: you stand in line as you did before, and a session that you planned is cancelled. The round is being matched anew, and you hear from us when it is done.',
  ),
};
