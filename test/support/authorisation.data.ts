import type { Persona, ProgramWorld } from './program-world.js';

type Role = 'mentee' | 'mentor' | 'sponsor' | 'coordinator' | 'owner';

/**
 * Who may call an operation:
 * - `public`: anybody
 * - `account`: anybody signed in; `only` names those to whom the use case says yes
 * - `member`: members of the program in these roles, whatever thing it is about
 * - `own`: members in these roles when it is about a thing of theirs: the pair's own mentee and mentor may, others not
 */
export type Access =
  | 'public'
  | 'account'
  | { readonly only: readonly Persona[] }
  | { readonly member?: readonly Role[]; readonly own?: readonly Role[] };

const admins = ['coordinator', 'owner'] as const;
const everyRole = ['mentee', 'mentor', 'sponsor', 'coordinator', 'owner'] as const;
const forAdmins: Access = { member: admins };

/** The whole API. An operation that is missing here fails the suite, and so does one that is gone. */
export const authorisation: Readonly<Record<string, Access>> = {
  Health_live: 'public',
  Health_ready: 'public',

  Auth_register: 'public',
  Auth_verifyEmail: 'public',
  Auth_signIn: 'public',
  Auth_refresh: 'public',
  Auth_signOut: 'public',
  Auth_forgotPassword: 'public',
  Auth_sendSignInLink: 'public',
  Auth_resetPassword: 'public',
  Auth_changePassword: 'account',
  AccountLink_show: 'public',
  AccountLink_follow: 'public',
  InvitationPage_show: 'public',
  InvitationPage_accept: 'public',
  MailAction_show: 'public',
  MailAction_perform: 'public',
  OptOut_show: 'public',
  OptOut_leave: 'public',
  OptOut_comeBack: 'public',

  Me_get: 'account',
  Me_update: 'account',
  Me_acceptPrivacy: 'account',
  Me_listDevices: 'account',
  Me_revokeDevice: 'account',
  Skills_search: 'account',

  Programs_create: { only: ['otherOwner', 'owner', 'platformAdmin'] },
  Programs_list: 'account',
  Programs_get: { member: everyRole },
  ProgramTemplates_list: 'account',
  ProgramClones_create: { member: ['owner'] },
  Programs_update: { member: ['owner'] },

  Joining_acceptInvitation: 'account',
  Joining_applyToProgram: 'account',
  Invitations_list: forAdmins,
  Invitations_invite: forAdmins,
  Invitations_link: forAdmins,
  Invitations_revoke: forAdmins,
  Waves_create: forAdmins,
  Waves_list: forAdmins,
  Waves_get: forAdmins,
  Waves_pause: forAdmins,
  Waves_resume: forAdmins,

  // The participation in question is the mentee's.
  Participations_list: forAdmins,
  Participations_export: forAdmins,
  Participations_counts: { member: ['sponsor', ...admins] },
  Participations_get: { own: ['mentee'], member: admins },
  Participations_approve: forAdmins,
  Participations_decline: forAdmins,
  Participations_pause: { own: ['mentee'], member: admins },
  Participations_resume: { own: ['mentee'], member: admins },
  Participations_leave: { own: ['mentee'], member: admins },
  Participations_confirmPrivacy: { own: ['mentee'] },
  Participations_update: forAdmins,
  Participations_correctAddress: forAdmins,
  Participations_grantRole: { member: ['owner'] },

  GroupAnswers_get: { member: everyRole },
  GroupAnswers_put: { member: everyRole },
  GroupAnswers_delete: { member: everyRole },
  Audit_list: forAdmins,
  Audit_listAboutMe: { member: everyRole },

  MyParts_get: { member: everyRole },
  Profiles_get: { member: ['mentee', 'mentor', ...admins] },
  Profiles_put: { own: ['mentee'], member: admins },
  Profiles_getOwn: { member: ['mentee'] },
  Profiles_putOwn: { member: ['mentee'] },
  ProgramSkills_list: forAdmins,
  ProgramSkills_merge: forAdmins,

  Deliveries_list: forAdmins,
  Deliveries_count: { member: ['sponsor', ...admins] },
  Deliveries_retry: forAdmins,

  MailTemplates_list: forAdmins,
  MailTemplates_get: forAdmins,
  MailTemplates_put: forAdmins,
  MailTemplates_reset: forAdmins,
  MailTemplates_preview: forAdmins,
  MailTemplates_test: forAdmins,
  MailDomain_check: { member: ['owner'] },
  Mailings_create: forAdmins,
  Mailings_list: forAdmins,
  Mailings_get: forAdmins,
  Mailings_replace: forAdmins,
  Mailings_preview: forAdmins,
  Mailings_send: forAdmins,
  Mailings_cancel: forAdmins,

  Imports_upload: forAdmins,
  Imports_list: forAdmins,
  Imports_get: forAdmins,
  Imports_problems: forAdmins,
  Imports_rejected: forAdmins,
  Imports_apply: forAdmins,
  RosterDifferences_list: forAdmins,
  RosterDifferences_missing: forAdmins,
  Roster_put: forAdmins,
  Roster_begin: forAdmins,
  Roster_putPart: forAdmins,
  Roster_finish: forAdmins,

  ProfileField_list: { member: everyRole },
  ProfileField_add: forAdmins,
  ProfileField_get: { member: everyRole },
  ProfileField_update: forAdmins,
  ProfileField_delete: forAdmins,

  Cohort_create: forAdmins,
  Cohort_list: forAdmins,
  Cohort_get: forAdmins,
  Cohort_update: forAdmins,
  Cohort_open: forAdmins,
  Cohort_close: forAdmins,
  Cohort_reopen: forAdmins,
  Cohort_cancel: forAdmins,
  CohortClones_create: forAdmins,
  SameAgain_ask: forAdmins,
  SameAgain_counts: forAdmins,
  SameAgain_list: forAdmins,
  CohortMembers_enrol: forAdmins,
  CohortMembers_listMembers: forAdmins,
  CohortMembers_listWaiting: forAdmins,
  CohortMembers_unenrol: forAdmins,
  CohortMembers_listOverrides: forAdmins,
  CohortMembers_override: forAdmins,
  CohortMembers_clearOverride: forAdmins,
  OwnEnrolment_get: { member: ['mentee', 'mentor'] },
  OwnEnrolment_enrol: { member: ['mentee', 'mentor'] },
  OwnEnrolment_leave: { member: ['mentee', 'mentor'] },
  Readiness_get: forAdmins,
  Readiness_listUnready: forAdmins,
  Readiness_remind: forAdmins,
  Run_start: forAdmins,
  Run_list: forAdmins,
  Run_get: forAdmins,
  Run_cancel: forAdmins,
  Run_listPairs: forAdmins,
  Run_listUnmatched: forAdmins,
  RunComparison_compare: forAdmins,
  RunComparison_listChanges: forAdmins,
  Variant_check: forAdmins,
  Variant_try: forAdmins,
  Variant_get: forAdmins,
  RunExport_pairs: forAdmins,
  RunExport_unmatched: forAdmins,
  RunsExport_export: forAdmins,
  Publication_decide: forAdmins,
  Publication_publish: forAdmins,
  Publication_withdraw: forAdmins,
  Answers_list: forAdmins,
  Answers_get: forAdmins,
  Answers_tell: forAdmins,
  Answers_move: forAdmins,
  // The request in question was made by the pair's mentee.
  Rematch_ask: { own: ['mentee', 'mentor'] },
  Rematch_listOfMentorship: { own: ['mentee', 'mentor'], member: admins },
  Rematch_list: forAdmins,
  Rematch_withdraw: { own: ['mentee'] },
  Rematch_decline: forAdmins,
  Rematch_rematch: forAdmins,
  Relaxations_get: forAdmins,
  HandMadePair_list: forAdmins,
  HandMadePair_preview: forAdmins,
  HandMadePair_make: forAdmins,
  HandMadePair_undo: forAdmins,
  NextBest_find: forAdmins,
  NextBest_take: forAdmins,
  RunHistory_history: forAdmins,
  RunHistory_listNotes: forAdmins,
  RunHistory_write: forAdmins,
  // The note in question is the owner's, and only its writer may change it.
  RunHistory_edit: { member: ['owner'] },
  RunHistory_delete: { member: ['owner'] },
  Run_certificate: forAdmins,
  Run_whyNot: forAdmins,
  Fairness_get: { member: ['sponsor', ...admins] },
  Progress_run: forAdmins,
  Progress_import: forAdmins,
  Progress_publication: forAdmins,
  Mentor_list: { member: ['mentee', 'mentor', ...admins] },
  Mentor_get: { member: ['mentee', 'mentor', ...admins] },

  // The request in question was sent by the pair's mentee to the pair's mentor.
  Requests_list: forAdmins,
  Requests_askMentors: { member: ['mentee'] },
  Requests_listMine: { member: ['mentee'] },
  Requests_reorder: { member: ['mentee'] },
  Requests_saveDraft: { member: ['mentee'] },
  Requests_get: { own: ['mentee', 'mentor'], member: admins },
  Requests_editDraft: { own: ['mentee'] },
  Requests_deleteDraft: { own: ['mentee'] },
  Requests_submit: { own: ['mentee'] },
  Requests_withdraw: { own: ['mentee'] },
  RequestAnswers_listReceived: { member: ['mentor'] },
  RequestAnswers_accept: { own: ['mentor'] },
  RequestAnswers_decline: { own: ['mentor'] },
  RequestAnswers_askMore: { own: ['mentor'] },
  RequestAnswers_answerMore: { own: ['mentee'] },

  Mentorship_list: forAdmins,
  Mentorship_listMine: { member: ['mentee', 'mentor'] },
  Mentorship_counts: { member: ['sponsor', ...admins] },
  Mentorship_get: { own: ['mentee', 'mentor'], member: admins },
  Mentorship_release: { own: ['mentor'] },
  Proposal_confirm: { own: ['mentee', 'mentor'] },
  Proposal_decline: { own: ['mentee', 'mentor'] },
  Mentorship_end: { own: ['mentee', 'mentor'], member: admins },
  Mentorship_pause: { own: ['mentee', 'mentor'], member: admins },
  Mentorship_resume: { own: ['mentee', 'mentor'], member: admins },
  Mentorship_complete: { own: ['mentee', 'mentor'], member: admins },

  MentorshipSessions_findSlots: { own: ['mentee', 'mentor'] },
  MentorshipSessions_create: { own: ['mentee', 'mentor'] },
  MentorshipSessions_list: { own: ['mentee', 'mentor'], member: admins },
  Sessions_listMine: { member: ['mentee', 'mentor'] },
  Sessions_get: { own: ['mentee', 'mentor'], member: admins },
  Sessions_move: { own: ['mentee', 'mentor'] },
  Sessions_cancel: { own: ['mentee', 'mentor'] },
  Sessions_complete: { own: ['mentee', 'mentor'], member: admins },
  Sessions_didNotHappen: { own: ['mentee', 'mentor'], member: admins },
};

const day = 86_400_000;
const instant = (daysAhead: number): string => new Date(Date.now() + daysAhead * day).toISOString();

const mailing = {
  name: 'Profiles',
  segment: { audience: 'participants', role: 'mentee' },
  steps: [{ subject: 'Your profile', text: 'Dear {{recipient_name}},' }],
};

/** Bodies for operations whose documented example is not enough to be let through to the question of who asks. */
export const bodies: Readonly<Record<string, (world: ProgramWorld) => object>> = {
  Participations_update: () => ({ site: 'Berlin' }),
  CohortMembers_enrol: () => ({ everybody: true }),
  Rematch_rematch: () => ({}),
  NextBest_take: ({ own }) => ({ mentorId: own['mentorId'] }),
  Roster_put: () => ({
    people: [
      {
        name: 'Ana Costa',
        email: 'ana@example.org',
        languages: ['en'],
        skills: [{ name: 'JavaScript', rank: 3 }],
      },
    ],
  }),
  Waves_create: () => ({ size: 50, everyHours: 24 }),
  Publication_decide: () => ({ decision: 'approved', everyUndecided: true }),
  MentorshipSessions_create: () => ({ startsAt: instant(3) }),
  Mailings_create: () => mailing,
  Mailings_replace: () => mailing,
  Mailings_send: () => ({}),
};

/** Values for query parameters that must be there. */
export const queries: Readonly<Record<string, (world: ProgramWorld) => Readonly<Record<string, string>>>> = {
  Run_whyNot: ({ own }) => ({ mentee: own['menteeId']!, mentor: own['mentorId']! }),
  HandMadePair_preview: ({ own }) => ({ mentee: own['menteeId']!, mentor: own['mentorId']! }),
  MentorshipSessions_findSlots: () => ({ from: instant(1), to: instant(7) }),
};

/** Names of the things that path parameters mean where the usual one does not fit: of participations the mentee's. */
export const things: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Roster_putPart: { role: 'listedRole' },
  Roster_finish: { role: 'listedRole' },
  Mentor_get: { participationId: 'mentorId' },
  RunComparison_compare: { otherId: 'runId' },
  RunComparison_listChanges: { otherId: 'runId' },
};
