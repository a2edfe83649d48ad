/** What kind of thing an entry is about. */
export type AuditSubject =
  | 'program'
  | 'participation'
  | 'profile'
  | 'invitation'
  | 'skill'
  | 'import'
  | 'cohort'
  | 'run'
  | 'request'
  | 'mentorship'
  | 'session'
  | 'delivery'
  | 'mailing';

interface Action {
  readonly subject: AuditSubject;
  /** Whether those whom an entry is about read it too. What is said of pairs before a publication stays with admins. */
  readonly told: boolean;
}

const about = (subject: AuditSubject, told = false): Action => ({ subject, told });

/** Everything that is written down, by its code. */
export const AUDIT_ACTIONS = {
  'program.created': about('program'),
  'program.updated': about('program'),
  'program.mail-text-changed': about('program'),
  'program.mail-text-reset': about('program'),
  'program.profile-field-added': about('program'),
  'program.profile-field-changed': about('program'),
  'program.profile-field-deleted': about('program'),
  'participation.approved': about('participation', true),
  'participation.declined': about('participation', true),
  'participation.paused': about('participation', true),
  'participation.resumed': about('participation', true),
  'participation.left': about('participation', true),
  'participation.address-corrected': about('participation', true),
  'participation.placed': about('participation', true),
  'participation.role-granted': about('participation', true),
  'profile.updated': about('profile', true),
  'invitation.sent': about('invitation'),
  'invitation.link-created': about('invitation'),
  'invitation.revoked': about('invitation'),
  'invitation.wave-planned': about('invitation'),
  'invitation.wave-paused': about('invitation'),
  'invitation.wave-resumed': about('invitation'),
  'skill.merged': about('skill'),
  'import.uploaded': about('import'),
  'import.applied': about('import'),
  'cohort.created': about('cohort'),
  'cohort.updated': about('cohort'),
  'cohort.opened': about('cohort'),
  'cohort.closed': about('cohort'),
  'cohort.reopened': about('cohort'),
  'cohort.cancelled': about('cohort'),
  'cohort.same-again-asked': about('cohort'),
  'cohort.unready-reminded': about('cohort'),
  'cohort.members-enrolled': about('cohort', true),
  'cohort.member-removed': about('cohort', true),
  'cohort.pair-locked': about('cohort'),
  'cohort.pair-forbidden': about('cohort'),
  'cohort.pair-cleared': about('cohort'),
  'run.started': about('run'),
  'run.cancelled': about('run'),
  'run.pairs-decided': about('run'),
  'run.noted': about('run'),
  'run.pair-made': about('run'),
  'run.pair-undone': about('run'),
  'run.next-best-taken': about('run'),
  'run.published': about('run'),
  'run.answers-told': about('run'),
  'run.answers-moved': about('run'),
  'run.withdrawn': about('run'),
  'request.submitted': about('request', true),
  'request.withdrawn': about('request', true),
  'request.accepted': about('request', true),
  'request.declined': about('request', true),
  'mentorship.paused': about('mentorship', true),
  'mentorship.resumed': about('mentorship', true),
  'mentorship.ended': about('mentorship', true),
  'mentorship.completed': about('mentorship', true),
  'mentorship.rematch-declined': about('mentorship'),
  'session.settled': about('session', true),
  'delivery.retried': about('delivery', true),
  'mailing.created': about('mailing'),
  'mailing.changed': about('mailing'),
  'mailing.sent': about('mailing'),
  'mailing.cancelled': about('mailing'),
} as const satisfies Readonly<Record<string, Action>>;

/** Code of an entry. */
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** Every code. */
export const auditActions = Object.keys(AUDIT_ACTIONS) as readonly AuditAction[];

/** Codes of what is told to those whom it is about. */
export const toldActions: readonly AuditAction[] = auditActions.filter(
  (action) => AUDIT_ACTIONS[action].told,
);

/** Every kind of thing. */
export const auditSubjects: readonly AuditSubject[] = [
  ...new Set(Object.values(AUDIT_ACTIONS).map(({ subject }) => subject)),
];
