import {
  ChangeParticipation,
  ParticipationQueries,
  ParticipationStateError,
  type ParticipationView,
  ProgramQueries,
} from '#programs';
import { Injectable } from '@nestjs/common';
import type {
  MailAction,
  MailActionDone,
  MailActionPage,
  MailActionSubject,
} from '../mail-actions/mail-action.js';

/** "Agree and take part", from the mail to somebody whom an admin brought in. */
@Injectable()
export class ConfirmPrivacyByMail implements MailAction {
  readonly purpose = 'participation.confirm-privacy';

  constructor(
    private readonly participations: ParticipationQueries,
    private readonly programs: ProgramQueries,
    private readonly change: ChangeParticipation,
  ) {}

  async describe(subject: MailActionSubject): Promise<MailActionPage> {
    const { programId, role } = await this.open(subject);
    const { name } = await this.programs.getById(programId);
    return {
      title: `Take part in ${name}?`,
      sentences: [
        `If you agree, you take part as a ${role}: other participants see your profile, and you can be matched.`,
        'Only your own mentor or mentees see your address.',
        'Until then nobody sees you but those who run the program.',
      ],
      button: 'Agree and take part',
    };
  }

  async perform(subject: MailActionSubject): Promise<MailActionDone> {
    const { id, programId } = await this.open(subject);
    await this.change.confirmPrivacy(id, { accountId: subject.accountId, programId });
    return this.repeat(subject);
  }

  async repeat(subject: MailActionSubject): Promise<MailActionDone> {
    const { programId } = await this.open(subject);
    const { name } = await this.programs.getById(programId);
    return {
      title: `You take part in ${name}`,
      sentences: ['Sign in with a link by mail to look over your profile and correct it, or to leave again.'],
    };
  }

  private async open({ context }: MailActionSubject): Promise<ParticipationView> {
    const found = await this.participations.getById(
      context['programId'] ?? '',
      context['participationId'] ?? '',
    );
    if (found.state === 'left' || found.state === 'declined')
      throw new ParticipationStateError(
        'You no longer take part in this program; there is nothing to agree to.',
      );
    return found;
  }
}
