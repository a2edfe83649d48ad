import { defineTemplate, heading, paragraph, sampleButtons, small } from './mail-template.js';

export const sameAgainTemplate = defineTemplate({
  key: 'same-again',
  mail: 'same-again',
  role: 'participant',
  about: 'Somebody of an earlier round is asked whether they are in again',
  words: {
    role: { about: 'What they were', sample: 'mentor' },
    next_round: { about: 'Name of the round that begins', sample: 'Autumn' },
    earlier_round: { about: 'Name of the round in which they took part', sample: 'Spring' },
    starts: { about: 'First day of the round', sample: 'Mon 7 Sep 2026' },
    weeks: { about: 'How many weeks it runs', sample: '26' },
    look_over: {
      about: 'That the profile counts as it is, and whether they will meet somebody new',
      sample: 'Your profile counts as it is; look it over if something has changed.',
    },
  },
  parts: {
    buttons: {
      about: 'Count me in, not this time',
      required: true,
      sample: sampleButtons('Count me in', 'Not this time'),
    },
  },
  text: {
    subject: '{{next_round}}: in again as a {{role}}?',
    preheader: 'It starts on {{starts}}. One button, nothing to fill in.',
    blocks: [
      heading('In again?'),
      paragraph(
        'You took part in {{earlier_round}} as a {{role}}. The next round, {{next_round}}, starts on {{starts}} and runs for {{weeks}} weeks.',
      ),
      paragraph('{{look_over}}'),
      paragraph('{{buttons}}'),
      small(
        'Without an answer you are not in this round, and stay in the program as you are. No sign-in needed; each button opens a page that asks once more.',
      ),
    ],
  },
});
