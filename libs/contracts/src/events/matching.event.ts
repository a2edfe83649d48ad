/**
 * What happens by itself in the course of an enrolment: `announce` tells those who may enrol, `warn` those enrolled that
 * people are matched soon; `remind-unready` was asked for by an admin.
 */
export type EnrolmentStep = 'open' | 'announce' | 'remind' | 'close' | 'warn' | 'remind-unready';

/** Events about requests, match runs and the mentorships that come of them. */
export interface MatchingEvents {
  'request.received.v1': { requestId: string };
  'request.accepted.v1': { requestId: string };
  'request.declined.v1': { requestId: string };
  'request.more-asked.v1': { requestId: string };
  'request.more-answered.v1': { requestId: string };
  'request.withdrawn.v1': { requestId: string };
  'request.superseded.v1': { requestId: string };
  'request.expired.v1': { requestId: string };
  /** Due `day` working days after the request became pending. */
  'request.reminder-due.v1': { requestId: string; day: number };
  /** Due when the program's time to answer is over. */
  'request.expiry-due.v1': { requestId: string };
  /** An admin asks those of an earlier round whether they take part again. */
  'cohort.same-again-asked.v1': { cohortId: string };
  'same-again.asked.v1': { cohortId: string; participationId: string };
  /** Due when a step of a round's enrolment is planned; what is planned is looked up again then. */
  'cohort.step-due.v1': { cohortId: string; step: EnrolmentStep; day: number };
  /** Somebody may enrol now and has not answered. */
  'cohort.enrolment-opened.v1': { cohortId: string; participationId: string };
  /** They have not answered, so many days before the enrolment ends. */
  'cohort.enrolment-reminder.v1': { cohortId: string; participationId: string; day: number };
  /** Somebody enrolled is not ready to be matched, and an admin had them reminded. */
  'cohort.readiness-reminder.v1': { cohortId: string; participationId: string };
  /** People are matched soon: they are in, and can skip. */
  'cohort.skip-notice.v1': { cohortId: string; participationId: string };
  /** Somebody who waited for a place in a round has one now. */
  'cohort.moved-up.v1': { cohortId: string; participationId: string };
  'match-run.requested.v1': { runId: string };
  'match-run.published.v1': { runId: string };
  /** Due when those whom a publication left without a partner are to be told; what is due is read then. */
  'match-run.answers-due.v1': { runId: string };
  /** Somebody is told that a publication left them without a partner. */
  'match-answer.given.v1': { runId: string; participationId: string };
  /** The publication was taken back after they had been told. */
  'match-answer.recalled.v1': { runId: string; participationId: string };
  /** A run's pair is made once those who are asked say yes. */
  'mentorship.proposed.v1': { mentorshipId: string };
  /** Due a working day before the deadline of a proposal. */
  'mentorship.answer-reminder-due.v1': { mentorshipId: string };
  /** Due when the time to answer a proposal is over. */
  'mentorship.answer-due.v1': { mentorshipId: string };
  /** A proposal came to nothing: somebody said no, or nothing in time. */
  'mentorship.not-confirmed.v1': { mentorshipId: string };
  'mentorship.started.v1': { mentorshipId: string };
  /** It is over: completed, ended or released. */
  'mentorship.ended.v1': { mentorshipId: string };
  /** A mentor said "I can't take this on now"; the coordinator hears at once. */
  'mentorship.released.v1': { mentorshipId: string };
  /** Due three working days after a release: the mentee is told, unless a new mentor was found. */
  'mentorship.release-notice-due.v1': { mentorshipId: string };
  /** The program has found other partners, and it ended for them. */
  'mentorship.rematched.v1': { mentorshipId: string };
  /** Somebody asks for another partner; the coordinator alone hears of it. */
  'rematch.asked.v1': { rematchRequestId: string };
  /** It was declined, or nobody was found; whoever asked hears of it. */
  'rematch.answered.v1': { rematchRequestId: string };
  /** An admin took the publication back that started it. */
  'mentorship.withdrawn.v1': { mentorshipId: string };
}
