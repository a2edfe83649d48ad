import { defaultCohortSettings } from '#matching';
import {
  type Chosen,
  DEFAULT_SETTINGS,
  type FirstCohort,
  type ProgramTemplate,
  TEMPLATE_KEYS,
  type TemplateKey,
} from '#programs';
import { ApiProperty } from '@nestjs/swagger';
import { GoalAreaResponse } from './program.response.js';

/** One thing that a template sets. */
export class TemplateChoiceResponse {
  @ApiProperty({ description: 'The setting', example: 'answerWithinWorkingDays' }) name!: string;
  @ApiProperty({ type: Object, example: 3 }) value!: unknown;
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'What a program without a template has; null where it has none',
    example: 5,
  })
  standard!: unknown;
  @ApiProperty({ example: 'Colleagues read their mail every working day.' }) because!: string;
}

/** The goal areas of a template. */
export class TemplateGoalAreasResponse {
  @ApiProperty({ type: [GoalAreaResponse] }) value!: GoalAreaResponse[];
  @ApiProperty({ example: 'What people work on who mean to stay.' }) because!: string;
}

/** A template with everything that it sets. */
export class ProgramTemplateResponse {
  @ApiProperty({ enum: TEMPLATE_KEYS, example: 'corporate' }) key!: TemplateKey;
  @ApiProperty({ example: 'Mentoring inside one organisation' }) name!: string;
  @ApiProperty({ example: 'Employees mentor employees.' }) suits!: string;
  @ApiProperty({ type: [TemplateChoiceResponse] }) settings!: TemplateChoiceResponse[];
  @ApiProperty({ type: TemplateGoalAreasResponse }) goalAreas!: TemplateGoalAreasResponse;
  @ApiProperty({ type: [TemplateChoiceResponse], description: 'The first round, which is made as a draft' })
  cohort!: TemplateChoiceResponse[];

  /** The answer for a template. */
  static from(
    key: TemplateKey,
    { name, suits, settings, goalAreas, cohort }: ProgramTemplate,
  ): ProgramTemplateResponse {
    const { value, because } = goalAreas;
    return {
      key,
      name,
      suits,
      settings: choices(settings, new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS))),
      goalAreas: { value: value.map(({ key: area, label }) => ({ key: area, label })), because },
      cohort: cohortChoices(cohort),
    };
  }
}

/** All templates; there are few. */
export class ProgramTemplatesResponse {
  @ApiProperty({ type: [ProgramTemplateResponse] }) items!: ProgramTemplateResponse[];
}

const standardCohort = defaultCohortSettings('', '');

function cohortChoices({ rules, ...cohort }: FirstCohort): TemplateChoiceResponse[] {
  const { objective, termWeeks, weights } = standardCohort;
  return [
    ...choices(cohort, new Map<string, unknown>(Object.entries({ objective, termWeeks, weights }))),
    ...choices(rules, new Map<string, unknown>(Object.entries(standardCohort.rules)), 'rules.'),
  ];
}

function choices(
  chosen: object,
  standards: ReadonlyMap<string, unknown>,
  prefix = '',
): TemplateChoiceResponse[] {
  return (Object.entries(chosen) as [string, Chosen<unknown>][]).map(([key, { value, because }]) => ({
    name: `${prefix}${key}`,
    value,
    standard: standards.get(key) ?? null,
    because,
  }));
}
