import type { ProgramSettings } from '#programs';
import { GroupQuestionResponse } from './group-answers.dto.js';
import { ApiProperty } from '@nestjs/swagger';

/** A span of closed weeks. */
export class ClosedSpanResponse {
  @ApiProperty({ format: 'date', example: '2027-08-02' })
  from!: string;

  @ApiProperty({ format: 'date', example: '2027-08-22' })
  to!: string;
}

/** Who reads the answers to mails. */
export class MailContactResponse {
  @ApiProperty({ example: 'Sam Okafor' })
  name!: string;

  @ApiProperty({ example: 'sam@example.org' })
  email!: string;
}

/** Every setting of a program, the defaults included. */
export class ProgramSettingsResponse implements ProgramSettings {
  @ApiProperty({ example: 5 })
  answerWithinWorkingDays!: number;

  @ApiProperty({ type: [Number], example: [2, 4] })
  requestReminderWorkingDays!: readonly number[];

  @ApiProperty({ example: 3 })
  requestsPendingPerMentee!: number;

  @ApiProperty({ example: 5 })
  rankedChoices!: number;

  @ApiProperty({ example: 3 })
  openRequestsPerPlace!: number;

  @ApiProperty({ example: 1 })
  defaultMentorCapacity!: number;

  @ApiProperty({ example: 14 })
  firstMeetingWithinDays!: number;

  @ApiProperty({ example: 6 })
  lengthMonths!: number;

  @ApiProperty({ type: [Number], example: [1440, 60] })
  sessionReminderMinutes!: readonly number[];

  @ApiProperty({ example: 45 })
  sessionLengthMinutes!: number;

  @ApiProperty({ example: 0 })
  sessionBufferMinutes!: number;

  @ApiProperty({ example: 60 })
  sessionNoticeMinutes!: number;

  @ApiProperty({ example: 60 })
  sessionHorizonDays!: number;

  @ApiProperty({ example: 3 })
  lateCancellationHours!: number;

  @ApiProperty({ description: 'How long a published match run can be withdrawn', example: 24 })
  withdrawWithinHours!: number;

  @ApiProperty({ type: [String], example: ['MO', 'TU', 'WE', 'TH', 'FR'] })
  workingDays!: ProgramSettings['workingDays'];

  @ApiProperty({ type: [ClosedSpanResponse] })
  closedWeeks!: readonly ClosedSpanResponse[];

  @ApiProperty({ description: 'Mentors may ask to take part without an invitation', example: false })
  mentorsMayApply!: boolean;

  @ApiProperty({ example: false })
  menteesMayApply!: boolean;

  @ApiProperty({ description: 'An admin looks at those who apply or come by a link', example: true })
  approveMentors!: boolean;

  @ApiProperty({ example: true })
  approveMentees!: boolean;

  @ApiProperty({
    description: 'The organisation has given the privacy notice to those whom it imports',
    example: false,
  })
  organisationInformsPeople!: boolean;

  @ApiProperty({
    type: [GroupQuestionResponse],
    description: 'What people may say of themselves for the fairness report, by choice',
  })
  groupQuestions!: GroupQuestionResponse[];

  @ApiProperty({
    description: 'Who mails come from, by name; the program’s own when empty',
    example: 'Northwind Mentoring Team',
  })
  mailSenderName!: string;

  @ApiProperty({
    type: MailContactResponse,
    nullable: true,
    description: 'Who reads the answers to mails; null is whoever has run the program longest',
  })
  mailReplyTo!: MailContactResponse | null;
}

/** The answer for settings, field by field. */
export function settingsResponse(settings: ProgramSettings): ProgramSettingsResponse {
  return {
    answerWithinWorkingDays: settings.answerWithinWorkingDays,
    requestReminderWorkingDays: settings.requestReminderWorkingDays,
    requestsPendingPerMentee: settings.requestsPendingPerMentee,
    rankedChoices: settings.rankedChoices,
    openRequestsPerPlace: settings.openRequestsPerPlace,
    defaultMentorCapacity: settings.defaultMentorCapacity,
    firstMeetingWithinDays: settings.firstMeetingWithinDays,
    lengthMonths: settings.lengthMonths,
    sessionReminderMinutes: settings.sessionReminderMinutes,
    sessionLengthMinutes: settings.sessionLengthMinutes,
    sessionBufferMinutes: settings.sessionBufferMinutes,
    sessionNoticeMinutes: settings.sessionNoticeMinutes,
    sessionHorizonDays: settings.sessionHorizonDays,
    lateCancellationHours: settings.lateCancellationHours,
    withdrawWithinHours: settings.withdrawWithinHours,
    workingDays: settings.workingDays,
    closedWeeks: settings.closedWeeks.map(({ from, to }) => ({ from, to })),
    mentorsMayApply: settings.mentorsMayApply,
    menteesMayApply: settings.menteesMayApply,
    approveMentors: settings.approveMentors,
    approveMentees: settings.approveMentees,
    organisationInformsPeople: settings.organisationInformsPeople,
    groupQuestions: settings.groupQuestions.map((question) => GroupQuestionResponse.from(question)),
    mailSenderName: settings.mailSenderName,
    mailReplyTo: contactResponse(settings.mailReplyTo),
  };
}

function contactResponse(contact: ProgramSettings['mailReplyTo']): MailContactResponse | null {
  return contact === null ? null : { name: contact.name, email: contact.email };
}
