import { sameAgainTemplate } from './cohort.templates.js';
import type { MailTemplate } from './mail-template.js';
import * as mentorship from './mentorship.templates.js';
import * as program from './program.templates.js';
import * as request from './request.templates.js';
import * as session from './session.templates.js';

/** Every mail whose text an admin may change: all but those about security and the account. */
export const allTemplates: readonly MailTemplate[] = [
  program.invitationTemplate,
  program.applicationReceivedTemplate,
  program.applicationApprovedTemplate,
  program.applicationDeclinedTemplate,
  program.privacyNoticeTemplate,
  request.requestReceivedTemplate,
  request.requestReminderTemplate,
  request.requestMoreAskedTemplate,
  request.requestMoreAnsweredTemplate,
  request.requestAcceptedTemplate,
  request.requestDeclinedTemplate,
  request.requestUnansweredTemplate,
  request.requestUntoldTemplate,
  request.requestSupersededTemplate,
  request.requestWithdrawnTemplate,
  mentorship.introMenteeTemplate,
  mentorship.introMentorTemplate,
  mentorship.mentorshipReleasedTemplate,
  mentorship.releaseNoticeTemplate,
  mentorship.matchWithdrawnTemplates.mentee,
  mentorship.matchWithdrawnTemplates.mentor,
  sameAgainTemplate,
  session.sessionBookedTemplates.mentee,
  session.sessionBookedTemplates.mentor,
  session.sessionMovedTemplates.mentee,
  session.sessionMovedTemplates.mentor,
  session.sessionCancelledTemplates.mentee,
  session.sessionCancelledTemplates.mentor,
  session.sessionReminderTemplates.mentee,
  session.sessionReminderTemplates.mentor,
];

const byKey = new Map(allTemplates.map((template) => [template.key, template]));

/** The template with this key, or null. */
export const findTemplate = (key: string): MailTemplate | null => byKey.get(key) ?? null;

/** Keys of the texts that a mail may need. */
export function keysOfMail(kind: string, subject: Readonly<Record<string, string | number>>): string[] {
  if (kind === 'mail-test') return [String(subject['key'])];
  return allTemplates.filter(({ mail }) => mail === kind).map(({ key }) => key);
}
