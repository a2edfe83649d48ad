import type { SettingsCheck } from '#matching';
import { RULE_KINDS } from '#scoring';
import { ApiProperty } from '@nestjs/swagger';

/** Something wrong with settings. */
export class SettingsProblemResponse {
  @ApiProperty({ example: 'ruleList.1.of' }) path!: string;
  @ApiProperty({
    example: 'There is no “shoe-size” here. Use one of organisation, department, city, country, grade.',
  })
  message!: string;
}

/** What one rule does to the pairs of the sample. */
export class RuleFiguresResponse {
  @ApiProperty({ description: 'Its place in the list of rules, from 0', example: 1 }) index!: number;
  @ApiProperty({ enum: RULE_KINDS, example: 'must-match' }) kind!: string;
  @ApiProperty({ example: 'have no country in common' }) excludesThoseWho!: string;
  @ApiProperty({ description: 'Pairs that it forbids', example: 5_400 }) pairs!: number;
  @ApiProperty({ description: 'Of these, pairs that no other rule forbids', example: 1_200 })
  onlyThis!: number;
  @ApiProperty({ description: 'Of all pairs, 0 to 1', example: 0.36 }) share!: number;
}

/** What the settings would do, counted over some people of the round. */
export class SampleFiguresResponse {
  @ApiProperty({ example: 150 }) mentees!: number;
  @ApiProperty({ example: 100 }) mentors!: number;
  @ApiProperty({ example: 15_000 }) pairs!: number;
  @ApiProperty({ example: 8_700 }) feasiblePairs!: number;
  @ApiProperty({ type: [RuleFiguresResponse] }) rules!: readonly RuleFiguresResponse[];
  @ApiProperty({ description: 'Mentees who could have no mentor of the sample', example: 4 })
  menteesWithoutMentor!: number;
  @ApiProperty({ description: 'Mentors who could have no mentee of the sample', example: 2 })
  mentorsWithoutMentee!: number;
}

/** What is wrong with settings; when nothing is, what they would do. */
export class SettingsCheckResponse {
  @ApiProperty({ type: [SettingsProblemResponse] }) problems!: readonly SettingsProblemResponse[];
  @ApiProperty({ type: SampleFiguresResponse, nullable: true, description: 'Null while there are problems' })
  sample!: SampleFiguresResponse | null;

  static from({ problems, sample }: SettingsCheck): SettingsCheckResponse {
    return { problems, sample };
  }
}
