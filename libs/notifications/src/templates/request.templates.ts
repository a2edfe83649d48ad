import { defineTemplate, heading, paragraph, sampleButtons, small } from './mail-template.js';

const mentorName = { mentor_name: { about: 'The mentor who was asked', sample: 'Dana Cole' } };
const menteeName = { mentee_name: { about: 'The mentee who asks', sample: 'Ana Lima' } };
const choices = {
  buttons: { about: 'See your choices', required: true, sample: sampleButtons('See your choices') },
};
const answers = {
  buttons: {
    about: 'Accept, tell me more, decline',
    required: true,
    sample: sampleButtons('Accept', 'Tell me more', 'Decline'),
  },
};
const requests = {
  buttons: { about: 'See your requests', required: true, sample: sampleButtons('See your requests') },
};
const answerBy = {
  answer_by: { about: 'Until when an answer counts', sample: 'Sat 7 Mar, 04:29 (Kolkata)' },
};
const request = {
  request: {
    about: 'What the mentee wrote',
    required: true,
    sample: [{ type: 'quote' as const, text: 'I have led one project and would like to lead a team.' }],
  },
};
const NEXT = 'If you ranked more mentors, the next one is asked now. You can add others at any time.';
const ANSWER_BY =
  'Please answer by {{answer_by}}. After that the request goes on to somebody else. No sign-in needed; each button opens a page that asks once more.';

export const requestAcceptedTemplate = defineTemplate({
  key: 'request-accepted',
  mail: 'request-accepted',
  role: 'mentee',
  about: 'A mentor accepted a request',
  words: mentorName,
  parts: {
    buttons: {
      about: 'See where you stand',
      required: true,
      sample: sampleButtons('See where you stand'),
    },
  },
  text: {
    subject: '{{mentor_name}} said yes',
    preheader: 'Your introduction comes in a mail of its own.',
    blocks: [
      heading('{{mentor_name}} said yes'),
      paragraph(
        'Your introduction comes in a mail of its own, with times that suit you both. Your other requests are closed, politely.',
      ),
      paragraph('{{buttons}}'),
    ],
  },
});

export const requestDeclinedTemplate = defineTemplate({
  key: 'request-declined',
  mail: 'request-declined',
  role: 'mentee',
  about: 'A mentor declined a request',
  words: mentorName,
  parts: {
    note: {
      about: 'What the mentor wrote',
      required: false,
      sample: [{ type: 'quote', text: 'My team grows at the moment.' }],
    },
    ...choices,
  },
  text: {
    subject: '{{mentor_name}} can’t take another mentee now',
    preheader: 'What happens next.',
    blocks: [
      heading('{{mentor_name}} can’t take another mentee now'),
      paragraph('{{note}}'),
      paragraph(NEXT),
      paragraph('{{buttons}}'),
    ],
  },
});

export const requestUnansweredTemplate = defineTemplate({
  key: 'request-expired.unanswered',
  mail: 'request-expired',
  role: 'mentee',
  about: 'A mentor did not answer in time',
  words: mentorName,
  parts: choices,
  text: {
    subject: 'No answer from {{mentor_name}} in time',
    preheader: 'What happens next.',
    blocks: [
      heading('No answer from {{mentor_name}} in time'),
      paragraph(
        'Silence says nothing about you: people travel and mails get lost. The request is closed, so that you don’t wait any longer.',
      ),
      paragraph(NEXT),
      paragraph('{{buttons}}'),
    ],
  },
});

export const requestUntoldTemplate = defineTemplate({
  key: 'request-expired.more-unanswered',
  mail: 'request-expired',
  role: 'mentee',
  about: 'A mentor asked to know more, and the mentee did not answer in time',
  words: mentorName,
  parts: choices,
  text: {
    subject: 'Your request to {{mentor_name}} is closed',
    preheader: 'You can ask again at any time.',
    blocks: [
      heading('Your request to {{mentor_name}} is closed'),
      paragraph(
        '{{mentor_name}} asked to know more, and the time to answer is over. You can ask again at any time.',
      ),
      paragraph(NEXT),
      paragraph('{{buttons}}'),
    ],
  },
});

export const requestMoreAskedTemplate = defineTemplate({
  key: 'request-more-asked',
  mail: 'request-more-asked',
  role: 'mentee',
  about: 'A mentor asks to know more',
  words: { ...mentorName, ...answerBy },
  parts: {
    question: {
      about: 'What the mentor asks',
      required: true,
      sample: [{ type: 'quote', text: 'Which team?' }],
    },
    buttons: { about: 'Answer', required: true, sample: sampleButtons('Answer') },
  },
  text: {
    subject: '{{mentor_name}} would like to know more',
    preheader: 'Answer in a few lines.',
    blocks: [
      heading('{{mentor_name}} would like to know more'),
      paragraph('{{question}}'),
      paragraph('{{buttons}}'),
      small('The request is open until {{answer_by}}.'),
    ],
  },
});

export const requestReceivedTemplate = defineTemplate({
  key: 'request-received',
  mail: 'request-received',
  role: 'mentor',
  about: 'A mentee asks a mentor',
  words: {
    ...menteeName,
    ...answerBy,
    mentee_headline: { about: 'The headline of the mentee’s profile', sample: 'Frontend developer' },
  },
  parts: { ...request, ...answers },
  text: {
    subject: '{{mentee_name}} asks you to be their mentor',
    preheader: 'Accept, decline, or ask to know more.',
    blocks: [
      heading('{{mentee_name}} asks you to be their mentor'),
      paragraph('{{mentee_headline}}'),
      paragraph('{{request}}'),
      paragraph('{{buttons}}'),
      small(ANSWER_BY),
    ],
  },
});

export const requestReminderTemplate = defineTemplate({
  key: 'request-reminder',
  mail: 'request-reminder',
  role: 'mentor',
  about: 'A mentor has not answered yet',
  words: { ...menteeName, ...answerBy },
  parts: { ...request, ...answers },
  text: {
    subject: '{{mentee_name}} is waiting for your answer',
    preheader: 'A no is fine too: it lets them ask somebody else.',
    blocks: [
      heading('{{mentee_name}} is waiting for your answer'),
      paragraph('{{request}}'),
      paragraph('A no is fine too: it lets them ask somebody else.'),
      paragraph('{{buttons}}'),
      small(ANSWER_BY),
    ],
  },
});

export const requestMoreAnsweredTemplate = defineTemplate({
  key: 'request-more-answered',
  mail: 'request-more-answered',
  role: 'mentor',
  about: 'The mentee answered the mentor’s question',
  words: { ...menteeName, ...answerBy },
  parts: {
    question: {
      about: 'What the mentor asked',
      required: false,
      sample: [{ type: 'quote', text: 'Which team?' }],
    },
    answer: {
      about: 'What the mentee answered',
      required: true,
      sample: [{ type: 'quote', text: 'The web team.' }],
    },
    ...answers,
  },
  text: {
    subject: '{{mentee_name}} answered your question',
    preheader: 'Accept or decline.',
    blocks: [
      heading('{{mentee_name}} answered your question'),
      paragraph('You asked:'),
      paragraph('{{question}}'),
      paragraph('{{mentee_name}} writes:'),
      paragraph('{{answer}}'),
      paragraph('{{buttons}}'),
      small(ANSWER_BY),
    ],
  },
});

export const requestSupersededTemplate = defineTemplate({
  key: 'request-superseded',
  mail: 'request-superseded',
  role: 'mentor',
  about: 'Another mentor said yes first',
  words: menteeName,
  parts: requests,
  text: {
    subject: '{{mentee_name}} has found a mentor',
    preheader: 'There is nothing left for you to answer.',
    blocks: [
      heading('{{mentee_name}} has found a mentor'),
      paragraph(
        'Somebody else said yes first, so their request to you is closed. Your place stays free for the next person.',
      ),
      paragraph('{{buttons}}'),
    ],
  },
});

export const requestWithdrawnTemplate = defineTemplate({
  key: 'request-withdrawn',
  mail: 'request-withdrawn',
  role: 'mentor',
  about: 'A mentee took a request back',
  words: menteeName,
  parts: requests,
  text: {
    subject: '{{mentee_name}} took their request back',
    preheader: 'There is nothing left for you to answer.',
    blocks: [
      heading('{{mentee_name}} took their request back'),
      paragraph('There is nothing left for you to answer. People do this when their plans change.'),
      paragraph('{{buttons}}'),
    ],
  },
});
