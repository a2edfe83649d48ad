import type { Page } from '#kernel';
import type {
  CertificateView,
  Publication,
  RunPairView,
  RunUnmatchedView,
  RunView,
  WhyNotView,
} from '#matching';
import { ApiProperty } from '@nestjs/swagger';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';
const SKIPS = [
  'mentor-full',
  'mentee-has-mentor',
  'already-paired',
  'not-available',
  'not-enrolled',
  'forbidden',
  'rules',
];

/** A pair that was not published, and why. */
export class SkippedPairResponse {
  @ApiProperty({ format: 'uuid', example: ID }) menteeId!: string;
  @ApiProperty({ format: 'uuid', example: ID }) mentorId!: string;
  @ApiProperty({ enum: SKIPS }) why!: string;
}

/** What publishing did so far; the same however often it is asked for while nothing new was decided. */
export class PublicationResponse {
  @ApiProperty({ description: 'Mentorships started', example: 57 }) started!: number;
  @ApiProperty({ type: [SkippedPairResponse] }) skipped!: readonly SkippedPairResponse[];
  @ApiProperty({ description: 'Pairs that can still be published', example: 2 }) held!: number;
  @ApiProperty({ description: 'Pairs that an admin declined', example: 1 }) declined!: number;

  static from(publication: Publication): PublicationResponse {
    return publication;
  }
}

/** One computation over a round. */
export class RunResponse {
  @ApiProperty({ format: 'uuid', example: ID }) id!: string;
  @ApiProperty({ format: 'uuid', example: ID }) cohortId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of variants tried together' })
  batchId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Skills count more' }) label!: string | null;
  @ApiProperty({
    description: 'Started although fewer mentors were ready than the round asks for',
    example: false,
  })
  readinessOverridden!: boolean;

  @ApiProperty({ enum: ['round', 'rematch'], description: 'Over a whole round, or a re-match in its middle' })
  kind!: string;
  @ApiProperty({ enum: ['queued', 'running', 'succeeded', 'failed', 'cancelled'] }) state!: string;
  @ApiProperty({ description: 'Per cent', example: 100 }) progress!: number;
  @ApiProperty({ description: 'What it is doing', example: 'scoring pairs' }) stage!: string;
  @ApiProperty({ type: Object, description: 'Settings as they were' }) parameters!: object;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of everything it read' }) inputHash!:
    string | null;
  @ApiProperty({ example: 57 }) pairs!: number;
  @ApiProperty({ example: 3 }) unmatchedMentees!: number;
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'Quality, blocking pairs, price of stability, certificate without its prices, versions',
  })
  summary!: object | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it failed, and what to do' }) failure!:
    string | null;
  @ApiProperty({ format: 'date-time' }) requestedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: string | null;
  @ApiProperty() cancelRequested!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt!: string | null;
  @ApiProperty({ type: PublicationResponse, nullable: true }) publication!: PublicationResponse | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) withdrawnAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What those concerned read of why' })
  withdrawReason!: string | null;
  @ApiProperty({ example: 4 }) version!: number;

  static from(view: RunView): RunResponse {
    return {
      ...view,
      requestedAt: view.requestedAt.toISOString(),
      startedAt: view.startedAt?.toISOString() ?? null,
      finishedAt: view.finishedAt?.toISOString() ?? null,
      publishedAt: view.publishedAt?.toISOString() ?? null,
      withdrawnAt: view.withdrawnAt?.toISOString() ?? null,
    };
  }
}

/** The proof of a run, with every price. */
export class CertificateResponse {
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of everything that the run read' })
  inputHash!: string | null;
  @ApiProperty({ type: Object, description: 'Prices, value, bound and gap; by kind of objective' })
  certificate!: object;

  static from(view: CertificateView): CertificateResponse {
    return view;
  }
}

/** A page of runs. */
export class RunsResponse {
  @ApiProperty({ type: [RunResponse] }) items!: RunResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<RunView>): RunsResponse {
    return { items: items.map((view) => RunResponse.from(view)), nextCursor };
  }
}

/** Somebody by name. */
export class NamedPersonResponse {
  @ApiProperty({ format: 'uuid', example: ID }) participationId!: string;
  @ApiProperty({ example: 'Ada Lovelace' }) name!: string;
}

/** One part of a score. The points of a pair add up to its score. */
export class ContributionResponse {
  @ApiProperty({ example: 'skills' }) feature!: string;
  @ApiProperty({ example: 2_450 }) points!: number;
  @ApiProperty({ example: 3_500 }) outOf!: number;
  @ApiProperty({
    description: 'As the mentee may read it',
    example: 'offers React 4/5, which you ranked first',
  })
  because!: string;
  @ApiProperty({ description: 'As the mentor may read it' }) becauseForMentor!: string;
  @ApiProperty({ enum: ['pair', 'admin'], description: 'Who may read it' }) audience!: string;
}

/** What an admin said of a pair. */
export class PairDecisionResponse {
  @ApiProperty({ enum: ['approved', 'declined', 'suppressed'] }) kind!: string;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ example: 'Olga Owner' }) by!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

/** How many pairs were decided. */
export class DecidedPairsResponse {
  @ApiProperty({ example: 12 }) decided!: number;
}

/** A pair of a run. */
export class RunPairResponse {
  @ApiProperty({ type: NamedPersonResponse }) mentee!: NamedPersonResponse;
  @ApiProperty({ type: NamedPersonResponse }) mentor!: NamedPersonResponse;
  @ApiProperty({ minimum: 0, maximum: 10_000, example: 6_120 }) score!: number;
  @ApiProperty() locked!: boolean;
  @ApiProperty({ type: String, enum: ['strong', 'good', 'possible'], nullable: true }) strength!:
    string | null;
  @ApiProperty({ type: [ContributionResponse] }) contributions!: readonly ContributionResponse[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) mentorshipId!: string | null;
  @ApiProperty({ type: PairDecisionResponse, nullable: true, description: 'Null while nobody decided' })
  decision!: PairDecisionResponse | null;

  static from({ decision, ...pair }: RunPairView): RunPairResponse {
    return { ...pair, decision: decision === null ? null : { ...decision, at: decision.at.toISOString() } };
  }
}

/** A page of pairs, best score first. */
export class RunPairsResponse {
  @ApiProperty({ type: [RunPairResponse] }) items!: readonly RunPairResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<RunPairView>): RunPairsResponse {
    return { items: items.map((pair) => RunPairResponse.from(pair)), nextCursor };
  }
}

/** Somebody left over. */
export class RunUnmatchedResponse {
  @ApiProperty({ type: NamedPersonResponse }) person!: NamedPersonResponse;
  @ApiProperty({ enum: ['mentor', 'mentee'] }) role!: 'mentor' | 'mentee';
  @ApiProperty({
    example: '4 mentors suit, but all their places went: others stood before in the order of waiting.',
  })
  why!: string;
  @ApiProperty({ type: Object }) diagnosis!: object;
}

/** A page of those left over. */
export class RunUnmatchedPageResponse {
  @ApiProperty({ type: [RunUnmatchedResponse] }) items!: readonly RunUnmatchedResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from(page: Page<RunUnmatchedView>): RunUnmatchedPageResponse {
    return page;
  }
}

/** What making one pair would change for the others. */
export class PairCostResponse {
  @ApiProperty({ description: 'Pairs lost', example: 0 }) pairs!: number;
  @ApiProperty({ description: 'Points that the total falls; negative when it rises', example: 120 })
  points!: number;
  @ApiProperty({ type: [NamedPersonResponse], description: 'Mentees who would lose their mentor' })
  losing!: readonly NamedPersonResponse[];
  @ApiProperty({ type: [NamedPersonResponse], description: 'Mentees who would get one instead' })
  gaining!: readonly NamedPersonResponse[];
}

/** Why two people are no pair of a run. */
export class WhyNotResponse {
  @ApiProperty({ enum: ['paired', 'not-in-run', 'rules', 'overridden', 'cost'] }) kind!: string;
  @ApiProperty({ description: 'In sentences' }) why!: string;
  @ApiProperty({ type: [String], description: 'Codes of the hard rules in the way' })
  rules!: readonly string[];
  @ApiProperty({ type: Number, nullable: true }) score!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The cohort would lose at least this many points',
  })
  atLeastPoints!: number | null;
  @ApiProperty({ type: PairCostResponse, nullable: true, description: 'The exact cost, where it is known' })
  cost!: PairCostResponse | null;

  static from(view: WhyNotView): WhyNotResponse {
    return view;
  }
}
