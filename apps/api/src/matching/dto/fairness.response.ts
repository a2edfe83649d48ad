import type { GroupShares, Share } from '#fairness';
import { FAIRNESS_MEASURES, type FairnessMeasure, type FairnessReport } from '#matching';
import { ApiProperty } from '@nestjs/swagger';

/** A share of a group. */
export class ShareResponse {
  @ApiProperty({ enum: FAIRNESS_MEASURES, example: 'gotMentor' })
  measure!: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 86,
    description: 'Per cent of all mentees of the group',
  })
  share!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 74,
    description: 'Lower end of the 95 % interval',
  })
  low!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 93,
    description: 'Upper end of the 95 % interval',
  })
  high!: number | null;

  @ApiProperty({
    type: String,
    enum: ['too-few', 'too-early'],
    nullable: true,
    example: null,
    description: 'Why nothing is said: too few people to say, or too early to know',
  })
  unsaid!: string | null;

  static from(measure: string, { share, low, high, unsaid }: Share): ShareResponse {
    return { measure, share, low, high, unsaid };
  }
}

/** A group; hidden where it is small, or where a small one could be computed from it. */
export class GroupSharesResponse {
  @ApiProperty({ example: 'part-time', description: '`not-said` for those who did not answer' })
  key!: string;

  @ApiProperty({ example: 'Part-time' })
  label!: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 48, description: 'Mentees; null where hidden' })
  people!: number | null;

  @ApiProperty({ type: [ShareResponse], nullable: true, description: 'Null where hidden' })
  shares!: ShareResponse[] | null;

  static from({ key, people, shares }: GroupShares<FairnessMeasure>, label: string): GroupSharesResponse {
    return {
      key,
      label,
      people,
      shares: shares && FAIRNESS_MEASURES.map((measure) => ShareResponse.from(measure, shares[measure])),
    };
  }
}

/** One question of the program. */
export class QuestionReportResponse {
  @ApiProperty({ example: 'working-time' })
  key!: string;

  @ApiProperty({ example: 'How much do you work?' })
  label!: string;

  @ApiProperty({ type: GroupSharesResponse })
  everybody!: GroupSharesResponse;

  @ApiProperty({ type: [GroupSharesResponse] })
  groups!: GroupSharesResponse[];
}

/** How a published round went for groups of mentees. */
export class FairnessReportResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6079' })
  runId!: string;

  @ApiProperty({ format: 'date-time', example: '2027-03-02T09:14:02.000Z' })
  publishedAt!: string;

  @ApiProperty({ example: 14, description: 'Within how many days `metInTime` asks for a first meeting' })
  firstMeetingWithinDays!: number;

  @ApiProperty({ type: [QuestionReportResponse] })
  questions!: QuestionReportResponse[];

  static from({
    runId,
    publishedAt,
    firstMeetingWithinDays,
    questions,
  }: FairnessReport): FairnessReportResponse {
    return {
      runId,
      publishedAt: publishedAt.toISOString(),
      firstMeetingWithinDays,
      questions: questions.map(({ key, label, labels, everybody, groups }) => ({
        key,
        label,
        everybody: GroupSharesResponse.from(everybody, 'Everybody'),
        groups: groups.map((group) => GroupSharesResponse.from(group, labels.get(group.key) ?? group.key)),
      })),
    };
  }
}
