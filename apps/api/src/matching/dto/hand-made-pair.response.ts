import type { Page } from '#kernel';
import type { HandMadePairView } from '#matching';
import { ApiProperty } from '@nestjs/swagger';
import { NamedPersonResponse, PairCostResponse } from './run.response.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';
const RULES = 'Hard rules, "forbidden" and "below-minimum"';

/** A pair of the run that gives way. */
export class DisplacedPairResponse {
  @ApiProperty({ type: NamedPersonResponse }) mentee!: NamedPersonResponse;
  @ApiProperty({ type: NamedPersonResponse }) mentor!: NamedPersonResponse;
  @ApiProperty({ example: 6120 }) score!: number;
}

/** What a hand-made pair costs while everybody else stays as the run has them. */
export class HandMadePriceResponse {
  @ApiProperty({ description: 'Pairs lost', example: 1 }) pairs!: number;
  @ApiProperty({ description: 'Points that the total falls; negative when it rises', example: 740 })
  points!: number;
  @ApiProperty({ type: [DisplacedPairResponse] }) displaced!: readonly DisplacedPairResponse[];
  @ApiProperty({ type: [NamedPersonResponse], description: 'Mentees who are left without a mentor' })
  losing!: readonly NamedPersonResponse[];
}

/** What an admin reads before a pair is made by hand. */
export class HandMadePreviewResponse {
  @ApiProperty({ type: NamedPersonResponse }) mentee!: NamedPersonResponse;
  @ApiProperty({ type: NamedPersonResponse }) mentor!: NamedPersonResponse;
  @ApiProperty({ type: Number, nullable: true, example: 7310 }) score!: number | null;
  @ApiProperty({ type: [String], description: RULES, example: ['time-zone-gap'] }) rules!: readonly string[];
  @ApiProperty({ type: [String], description: 'The same in words' }) warnings!: readonly string[];
  @ApiProperty({ type: HandMadePriceResponse }) price!: HandMadePriceResponse;
  @ApiProperty({
    type: PairCostResponse,
    nullable: true,
    description: 'The cost if the pair were locked and the run made again; null when not known',
  })
  ifRunAgain!: PairCostResponse | null;
}

/** A pair that an admin put beside a run. */
export class HandMadePairResponse {
  @ApiProperty({ type: NamedPersonResponse }) mentee!: NamedPersonResponse;
  @ApiProperty({ type: NamedPersonResponse }) mentor!: NamedPersonResponse;
  @ApiProperty({ type: Number, nullable: true, example: 7310 }) score!: number | null;
  @ApiProperty({ type: [String], description: `${RULES} that were set aside` }) rules!: readonly string[];
  @ApiProperty({ type: HandMadePriceResponse }) price!: HandMadePriceResponse;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: ID }) mentorshipId!: string | null;
  @ApiProperty({ description: 'Who made it', example: 'Olga Owner' }) by!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;

  static from(view: HandMadePairView): HandMadePairResponse {
    return { ...view, at: view.at.toISOString() };
  }
}

/** A page of hand-made pairs. */
export class HandMadePairsResponse {
  @ApiProperty({ type: [HandMadePairResponse] }) items!: HandMadePairResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<HandMadePairView>): HandMadePairsResponse {
    return { items: items.map((view) => HandMadePairResponse.from(view)), nextCursor };
  }
}
