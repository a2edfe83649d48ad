import type { GroupQuestion, OwnGroupAnswers } from '#programs';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';

/** An option of a group question. */
export class GroupOptionResponse {
  @ApiProperty({ example: 'part-time' })
  key!: string;

  @ApiProperty({ example: 'Part-time' })
  label!: string;
}

/** A question that people may answer about themselves. */
export class GroupQuestionResponse {
  @ApiProperty({ example: 'working-time' })
  key!: string;

  @ApiProperty({ example: 'How much do you work?' })
  label!: string;

  @ApiProperty({ type: [GroupOptionResponse] })
  options!: GroupOptionResponse[];

  static from({ key, label, options }: GroupQuestion): GroupQuestionResponse {
    return { key, label, options: options.map((option) => ({ key: option.key, label: option.label })) };
  }
}

/** One's own answers. */
export class GroupAnswersRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Option by question; what is left out is not answered',
    example: {},
  })
  @IsObject({ message: 'Give an object of question to option.' })
  answers!: Record<string, unknown>;
}

/** The questions, and one's own answers. */
export class GroupAnswersResponse {
  @ApiProperty({ type: [GroupQuestionResponse] })
  questions!: GroupQuestionResponse[];

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { 'working-time': 'part-time' },
  })
  answers!: Readonly<Record<string, string>>;

  static from({ questions, answers }: OwnGroupAnswers): GroupAnswersResponse {
    return {
      questions: questions.map((question) => GroupQuestionResponse.from(question)),
      answers,
    };
  }
}
