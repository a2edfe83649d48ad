import { actedFor } from './acted-for.mail.js';
import { passwordChanged, resetPassword, signInLink, verifyEmail } from './account.mails.js';
import { answerRecalled } from './answer-recalled.mail.js';
import { noMenteeYet, noMentorYet } from './answer.mails.js';
import { applicationApproved, applicationDeclined, applicationReceived } from './application.mails.js';
import { enrolmentOpened, enrolmentReminder } from './enrolment.mails.js';
import { introMentee, introMentor } from './intro.mails.js';
import { invitationMail } from './invitation.mail.js';
import type { Mail } from './mail.js';
import type { MailKind } from './mail-kind.js';
import { rematchAnswered, rematchAsked, rematched } from './rematch.mails.js';
import { mailTest } from './mail-test.mail.js';
import { mailingMail } from './mailing.mail.js';
import { mentorshipReleased, releaseNotice } from './release.mails.js';
import { proposalEnded } from './proposal-ended.mail.js';
import { proposal, proposalReminder } from './proposal.mails.js';
import { privacyNotice } from './privacy-notice.mail.js';
import {
  requestAccepted,
  requestDeclined,
  requestExpired,
  requestMoreAsked,
} from './request-to-mentee.mails.js';
import {
  requestMoreAnswered,
  requestReceived,
  requestReminder,
  requestSuperseded,
  requestWithdrawn,
} from './request-to-mentor.mails.js';
import { matchWithdrawn } from './match-withdrawn.mail.js';
import { sameAgain } from './same-again.mail.js';
import { movedUp, readinessReminder, skipNotice } from './round-ahead.mails.js';
import { sessionBooked, sessionCancelled, sessionMoved, sessionReminder } from './session.mails.js';

/** How each kind of mail is written. */
export const allMails: Readonly<Record<MailKind, Mail>> = {
  'verify-email': verifyEmail,
  'reset-password': resetPassword,
  'sign-in-link': signInLink,
  'password-changed': passwordChanged,
  invitation: invitationMail,
  'application-received': applicationReceived,
  'application-approved': applicationApproved,
  'application-declined': applicationDeclined,
  'privacy-notice': privacyNotice,
  'acted-for': actedFor,
  'request-received': requestReceived,
  'request-reminder': requestReminder,
  'request-more-asked': requestMoreAsked,
  'request-more-answered': requestMoreAnswered,
  'request-accepted': requestAccepted,
  'request-declined': requestDeclined,
  'request-expired': requestExpired,
  'request-superseded': requestSuperseded,
  'request-withdrawn': requestWithdrawn,
  proposal,
  'proposal-reminder': proposalReminder,
  'proposal-ended': proposalEnded,
  'intro-mentee': introMentee,
  'intro-mentor': introMentor,
  'mentorship-released': mentorshipReleased,
  'release-notice': releaseNotice,
  'match-withdrawn': matchWithdrawn,
  'same-again': sameAgain,
  'enrolment-opened': enrolmentOpened,
  'enrolment-reminder': enrolmentReminder,
  'readiness-reminder': readinessReminder,
  'skip-notice': skipNotice,
  'moved-up': movedUp,
  'no-mentor-yet': noMentorYet,
  'no-mentee-yet': noMenteeYet,
  'answer-recalled': answerRecalled,
  'rematch-asked': rematchAsked,
  'rematch-answered': rematchAnswered,
  rematched,
  'session-booked': sessionBooked,
  'session-moved': sessionMoved,
  'session-cancelled': sessionCancelled,
  'session-reminder': sessionReminder,
  'mail-test': mailTest,
  mailing: mailingMail,
};
