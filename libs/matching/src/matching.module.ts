import { MentorshipsModule } from '#mentorships';
import { ProfilesModule } from '#profiles';
import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { AnswerSameAgain } from './application/answer-same-again.js';
import { AskSameAgain } from './application/ask-same-again.js';
import { AddMembers } from './application/add-members.js';
import { AdvanceEnrolment } from './application/advance-enrolment.js';
import { AskToEnrol } from './application/ask-to-enrol.js';
import { AnswerQueries } from './application/answer.queries.js';
import { AskRematch } from './application/ask-rematch.js';
import { CancelRun } from './application/cancel-run.js';
import { CompareRuns } from './application/compare-runs.js';
import { CloneCohort } from './application/clone-cohort.js';
import { CloneProgram } from './application/clone-program.js';
import { CheckSettings } from './application/check-settings.js';
import { CohortQueries } from './application/cohort.queries.js';
import { CreateCohort } from './application/create-cohort.js';
import { DecidePairs } from './application/decide-pairs.js';
import { DeclineRematch } from './application/decline-rematch.js';
import { RematchRequestQueries } from './application/rematch-request.queries.js';
import { SettleRematch } from './application/settle-rematch.js';
import { StartRematch } from './application/start-rematch.js';
import { DeleteProfileField } from './application/delete-profile-field.js';
import { EnrolMembers, UnenrolMember } from './application/enrol-members.js';
import { EnrolSelf } from './application/enrol-self.js';
import { ExplainPair } from './application/explain-pair.js';
import { ExactCostOfPair } from './application/exact-cost.js';
import { FoundProgram } from './application/found-program.js';
import { ReportFairness } from './application/fairness-report.js';
import { FillPlaces } from './application/fill-places.js';
import { LeaveCohort } from './application/leave-cohort.js';
import { FindNextBest } from './application/find-next-best.js';
import { HandMadePairQueries } from './application/hand-made-pair.queries.js';
import { LoadSnapshot } from './application/load-snapshot.js';
import { MakePairByHand, UndoPairByHand } from './application/make-pair-by-hand.js';
import { MentorDirectory } from './application/mentor-directory.js';
import { MentorIndex } from './application/mentor-index.js';
import { MoveCohort } from './application/move-cohort.js';
import { OwnPlaces } from './application/own-places.js';
import { PlanEnrolment } from './application/plan-enrolment.js';
import { MoveAnswers } from './application/move-answers.js';
import { RelaxationQueries } from './application/relaxation.queries.js';
import { PairsAgainstRules } from './application/pairs-against-rules.js';
import { PlanHandMadePair } from './application/plan-hand-made-pair.js';
import { ProgramVocabulary } from './application/program-vocabulary.js';
import { PublishRun } from './application/publish-run.js';
import { RankingSettings } from './application/ranking-settings.js';
import { ReadIndexedMentors } from './application/read-indexed-mentors.js';
import { RemoveMember } from './application/remove-member.js';
import { ReadinessQueries } from './application/readiness.queries.js';
import { RemindUnready } from './application/remind-unready.js';
import { RecallAnswers } from './application/recall-answers.js';
import { RequestRuns } from './application/request-runs.js';
import { RoundsWaited } from './application/rounds-waited.js';
import { RunClaims } from './application/run-claims.js';
import { RunHistoryQueries } from './application/run-history.queries.js';
import { RunNotes } from './application/run-notes.js';
import { RunQueries } from './application/run.queries.js';
import { SameAgainQueries } from './application/same-again.queries.js';
import { ScorePairNow } from './application/score-pair-now.js';
import { SettleProposal } from './application/settle-proposal.js';
import { SetPairOverride } from './application/set-pair-override.js';
import { StartOrPropose } from './application/start-or-propose.js';
import { StartRun } from './application/start-run.js';
import { TellSameAgain } from './application/tell-same-again.js';
import { ScheduleAnswers } from './application/schedule-answers.js';
import { TellUnmatched } from './application/tell-unmatched.js';
import { TakeNextBest } from './application/take-next-best.js';
import { TryVariants } from './application/try-variants.js';
import { UpdateCohort } from './application/update-cohort.js';
import { WithdrawRun } from './application/withdraw-run.js';
import { CohortRepository } from './persistence/cohort.repository.js';
import { MentorChangeRepository } from './persistence/mentor-change.repository.js';
import { PeopleRepository } from './persistence/people.repository.js';
import { RankingRepository } from './persistence/ranking.repository.js';
import { RunRepository } from './persistence/run.repository.js';

const exported = [
  CreateCohort,
  UpdateCohort,
  MoveCohort,
  CheckSettings,
  DeleteProfileField,
  EnrolMembers,
  UnenrolMember,
  EnrolSelf,
  LeaveCohort,
  OwnPlaces,
  AdvanceEnrolment,
  ReadinessQueries,
  RemindUnready,
  SetPairOverride,
  CohortQueries,
  StartRun,
  TryVariants,
  CancelRun,
  RunQueries,
  CompareRuns,
  RunClaims,
  ReportFairness,
  LoadSnapshot,
  DecidePairs,
  PublishRun,
  WithdrawRun,
  AnswerQueries,
  RelaxationQueries,
  AskRematch,
  DeclineRematch,
  StartRematch,
  RematchRequestQueries,
  MoveAnswers,
  TellUnmatched,
  SettleProposal,
  MakePairByHand,
  UndoPairByHand,
  HandMadePairQueries,
  FindNextBest,
  TakeNextBest,
  RunNotes,
  RunHistoryQueries,
  ExplainPair,
  MentorDirectory,
  FoundProgram,
  CloneProgram,
  CloneCohort,
  AskSameAgain,
  TellSameAgain,
  AnswerSameAgain,
  SameAgainQueries,
];

/** Rounds of matching, their runs, and the ranking of mentors. */
@Module({
  imports: [ProgramsModule, ProfilesModule, MentorshipsModule],
  providers: [
    ...exported,
    ExactCostOfPair,
    AddMembers,
    RemoveMember,
    FillPlaces,
    PlanEnrolment,
    AskToEnrol,
    PairsAgainstRules,
    PlanHandMadePair,
    ScorePairNow,
    StartOrPropose,
    CohortRepository,
    RunRepository,
    RoundsWaited,
    ScheduleAnswers,
    RecallAnswers,
    SettleRematch,
    RequestRuns,
    PeopleRepository,
    MentorChangeRepository,
    ProgramVocabulary,
    RankingSettings,
    RankingRepository,
    MentorIndex,
    ReadIndexedMentors,
  ],
  exports: exported,
})
export class MatchingModule {}
