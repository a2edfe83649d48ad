import type { Page } from '#kernel';
import type { ChangedMentee, ComparedRun, RunComparison } from '#matching';
import { ApiProperty } from '@nestjs/swagger';
import { NamedPersonResponse } from './run.response.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';
const FIGURES = {
  type: 'object',
  additionalProperties: { type: 'number', nullable: true },
} as const;

/** One of two runs that are compared. */
export class ComparedRunResponse {
  @ApiProperty({ format: 'uuid', example: ID }) runId!: string;
  @ApiProperty({ format: 'uuid', example: ID }) cohortId!: string;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of everything it read' }) inputHash!:
    string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: string | null;
  @ApiProperty({
    ...FIGURES,
    description: 'Quality by figure; null where it was not taken',
    example: { pairs: 57, coverage: 0.95, total: 349_120, meanScore: 6_125, worstScore: 3_010 },
  })
  figures!: Readonly<Record<string, number | null>>;

  static from(run: ComparedRun): ComparedRunResponse {
    return { ...run, finishedAt: run.finishedAt?.toISOString() ?? null };
  }
}

/** A setting in which two runs differ. */
export class ChangedSettingResponse {
  @ApiProperty({ example: 'weights.skills' }) path!: string;
  @ApiProperty({ type: Object, nullable: true, example: 35 }) before!: unknown;
  @ApiProperty({ type: Object, nullable: true, example: 40 }) after!: unknown;
}

/** Two runs in figures. */
export class RunComparisonResponse {
  @ApiProperty({ type: ComparedRunResponse, description: 'The run to compare with' })
  before!: ComparedRunResponse;
  @ApiProperty({ type: ComparedRunResponse }) after!: ComparedRunResponse;
  @ApiProperty({ description: 'Whether both read the very same people, profiles and settings' })
  sameInput!: boolean;
  @ApiProperty({ type: [ChangedSettingResponse] }) settings!: readonly ChangedSettingResponse[];
  @ApiProperty({
    ...FIGURES,
    description: 'By figure, after less before; null where one of them is not known',
    example: { pairs: 2, coverage: 0.03, total: 9_870, meanScore: -41, worstScore: 220 },
  })
  differences!: Readonly<Record<string, number | null>>;
  @ApiProperty({ description: 'Pairs that are in both', example: 49 }) kept!: number;
  @ApiProperty({ description: 'Pairs of the other run that are not in this one', example: 6 }) lost!: number;
  @ApiProperty({ description: 'Pairs of this run that are not in the other one', example: 8 }) added!: number;

  static from(view: RunComparison): RunComparisonResponse {
    return {
      ...view,
      before: ComparedRunResponse.from(view.before),
      after: ComparedRunResponse.from(view.after),
    };
  }
}

/** Somebody with a score. */
export class PartnerInRunResponse extends NamedPersonResponse {
  @ApiProperty({ minimum: 0, maximum: 10_000, example: 6_120 }) score!: number;
}

/** A mentee who has other mentors than in another run. */
export class ChangedMenteeResponse {
  @ApiProperty({ type: NamedPersonResponse }) mentee!: NamedPersonResponse;
  @ApiProperty({ type: [PartnerInRunResponse], description: 'Mentors in the other run' })
  before!: readonly PartnerInRunResponse[];
  @ApiProperty({ type: [PartnerInRunResponse], description: 'Mentors in this run' })
  after!: readonly PartnerInRunResponse[];
}

/** A page of them. */
export class ChangedMenteesResponse {
  @ApiProperty({ type: [ChangedMenteeResponse] }) items!: readonly ChangedMenteeResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from(page: Page<ChangedMentee>): ChangedMenteesResponse {
    return page;
  }
}
