import { formatDate } from '#availability';
import {
  AnswerSameAgain,
  SameAgainNotActiveError,
  SameAgainOverError,
  SameAgainQueries,
  type SameAgainQuestion,
  type SameAgainRef,
} from '#matching';
import { Injectable } from '@nestjs/common';
import type { MailAction, MailActionDone, MailActionSubject } from '../mail-actions/mail-action.js';

const refOf = ({ context }: MailActionSubject): SameAgainRef => ({
  programId: context['programId'] ?? '',
  cohortId: context['cohortId'] ?? '',
  participationId: context['participationId'] ?? '',
});

const joined = ({ cohortName, role }: SameAgainQuestion): MailActionDone => ({
  title: 'You are in',
  sentences: [
    `You take part in ${cohortName} as a ${role}. You hear from us once the matches are made.`,
    'If your plans change, press “Not this time” in the same mail.',
  ],
});

const declined = ({ programName }: SameAgainQuestion): MailActionDone => ({
  title: 'Not this time',
  sentences: [
    `Thank you for saying so. You stay in ${programName} as you are.`,
    'If you change your mind while people can still enrol, press “Count me in” in the same mail.',
  ],
});

/** What people of an earlier round answer from a mail: in again, or not this time. */
@Injectable()
export class SameAgainMailActions {
  constructor(
    private readonly queries: SameAgainQueries,
    private readonly answer: AnswerSameAgain,
  ) {}

  /** The actions, one for each purpose of the links. */
  all(): readonly MailAction[] {
    return [this.join(), this.decline()];
  }

  private join(): MailAction {
    return {
      purpose: 'cohort.join-again',
      describe: async (subject) => {
        const question = await this.findOpen(subject);
        if (!question.active) throw new SameAgainNotActiveError();
        const { programName, cohortName, role, termFrom } = question;
        return {
          title: `In again for ${cohortName}?`,
          sentences: [
            `You take part in the next round of ${programName} as a ${role}. It starts on ${formatDate(termFrom)}.`,
            'Your profile counts as it is. You can look it over at any time until the matches are made.',
          ],
          button: 'Count me in',
        };
      },
      perform: async (subject) => {
        await this.answer.execute({ ...refOf(subject), answer: 'yes' }, subject);
        return joined(await this.find(subject));
      },
      repeat: (subject) => this.toldAgain(subject, 'yes', joined),
    };
  }

  private decline(): MailAction {
    return {
      purpose: 'cohort.not-again',
      describe: async (subject) => {
        const { cohortName, programName } = await this.findOpen(subject);
        return {
          title: 'Not this time?',
          sentences: [
            `You are not matched in ${cohortName}. A no is fine; nobody asks why, and you stay in ${programName}.`,
          ],
          button: 'Not this time',
        };
      },
      perform: async (subject) => {
        await this.answer.execute({ ...refOf(subject), answer: 'no' }, subject);
        return declined(await this.find(subject));
      },
      repeat: (subject) => this.toldAgain(subject, 'no', declined),
    };
  }

  private find(subject: MailActionSubject): Promise<SameAgainQuestion> {
    return this.queries.getQuestion(refOf(subject), subject.accountId);
  }

  private async findOpen(subject: MailActionSubject): Promise<SameAgainQuestion> {
    const question = await this.find(subject);
    if (!question.open) throw new SameAgainOverError();
    return question;
  }

  private async toldAgain(
    subject: MailActionSubject,
    answer: SameAgainQuestion['answer'],
    tell: (question: SameAgainQuestion) => MailActionDone,
  ): Promise<MailActionDone | null> {
    const question = await this.find(subject);
    return question.answer === answer ? tell(question) : null;
  }
}
