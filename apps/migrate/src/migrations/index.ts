import { InitialSchema1795300000000 } from './1795300000000-initial-schema.js';
import { OutcomeOfSessions1795500000000 } from './1795500000000-outcome-of-sessions.js';
import { ClaimsOfMatchRuns1795600000000 } from './1795600000000-claims-of-match-runs.js';
import { RetriesOfDeliveries1795760000000 } from './1795760000000-retries-of-deliveries.js';
import { CertificatesOfRuns1795780000000 } from './1795780000000-certificates-of-runs.js';
import { ChangesOfMentors1795790000000 } from './1795790000000-changes-of-mentors.js';
import { DecisionsOnPairs1795800000000 } from './1795800000000-decisions-on-pairs.js';
import { VariantsOfRuns1795810000000 } from './1795810000000-variants-of-runs.js';
import { RepeatsOfRounds1795820000000 } from './1795820000000-repeats-of-rounds.js';
import { AuditEntries1795830000000 } from './1795830000000-audit-entries.js';
import { SitesOfParticipations1795830000001 } from './1795830000001-sites-of-participations.js';
import { EnrolmentInCohorts1795840000000 } from './1795840000000-enrolment-in-cohorts.js';
import { ReadinessOfRuns1795840000001 } from './1795840000001-readiness-of-runs.js';
import { WaitingForPlaces1795840000002 } from './1795840000002-waiting-for-places.js';
import { FieldsOfProfiles1795850000000 } from './1795850000000-fields-of-profiles.js';
import { ConfirmationsOfMentorships1795860000000 } from './1795860000000-confirmations-of-mentorships.js';
import { HandMadePairsAndNotes1795860000001 } from './1795860000001-hand-made-pairs-and-notes.js';
import { AnswersToTheUnmatched1795870000000 } from './1795870000000-answers-to-the-unmatched.js';
import { Rematches1795870000001 } from './1795870000001-rematches.js';
import { TextsOfMails1795880000000 } from './1795880000000-texts-of-mails.js';
import { Mailings1795880000001 } from './1795880000001-mailings.js';
import { FullRosters1795890000000 } from './1795890000000-full-rosters.js';
import { GroupAnswers1795890000001 } from './1795890000001-group-answers.js';
import { InvitationWaves1795890000002 } from './1795890000002-invitation-waves.js';

/** Every migration, oldest first. */
export const migrations: (new () => object)[] = [
  InitialSchema1795300000000,
  OutcomeOfSessions1795500000000,
  ClaimsOfMatchRuns1795600000000,
  RetriesOfDeliveries1795760000000,
  CertificatesOfRuns1795780000000,
  ChangesOfMentors1795790000000,
  DecisionsOnPairs1795800000000,
  VariantsOfRuns1795810000000,
  RepeatsOfRounds1795820000000,
  AuditEntries1795830000000,
  SitesOfParticipations1795830000001,
  EnrolmentInCohorts1795840000000,
  ReadinessOfRuns1795840000001,
  WaitingForPlaces1795840000002,
  FieldsOfProfiles1795850000000,
  ConfirmationsOfMentorships1795860000000,
  HandMadePairsAndNotes1795860000001,
  AnswersToTheUnmatched1795870000000,
  Rematches1795870000001,
  TextsOfMails1795880000000,
  Mailings1795880000001,
  FullRosters1795890000000,
  GroupAnswers1795890000001,
  InvitationWaves1795890000002,
];
