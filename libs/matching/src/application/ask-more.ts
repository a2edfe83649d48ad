import { Clock } from '#kernel';
import { requestMachine } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { NoQuestionError, QuestionOpenError, RequestStateError } from '../requests.errors.js';
import { ChangeRequest, type RequestActor, type RequestRef } from './change-request.js';
import { RequestEvents } from './request-events.js';
import { REQUEST_TEXT_MAX } from './request-limits.js';
import { ReadRequestTerms } from './request-terms.js';
import { requestText } from './request-text.js';

/** "Tell me more": the third answer. The request stays open and its time starts anew, for the mentee to answer. */
@Injectable()
export class AskMore {
  constructor(
    private readonly clock: Clock,
    private readonly terms: ReadRequestTerms,
    private readonly change: ChangeRequest,
    private readonly events: RequestEvents,
  ) {}

  /**
   * The same question twice is asked once.
   *
   * @throws RequestUnknownError, RequestNotYoursError, RequestStateError, QuestionOpenError, RequestTextError
   */
  async execute(
    input: RequestRef & { readonly question: string },
    actor: NonNullable<RequestActor>,
  ): Promise<void> {
    const question = requestText('question', input.question, REQUEST_TEXT_MAX);
    await this.change.execute(input, 'mentor', actor, async ({ row }) => {
      if (!requestMachine.can(requestMachine.stateOf(row.state), 'ask_more'))
        throw new RequestStateError(row.state);
      const unanswered = row.question !== null && row.answeredAt === null;
      if (unanswered && row.question === question) return;
      if (unanswered) throw new QuestionOpenError();
      const now = this.clock.now();
      const times = (await this.terms.execute(row.programId)).timesFrom(now);
      const asked = { question, askedAt: now, answer: null, answeredAt: null, answerBy: times.answerBy };
      await this.change.move(row, 'ask_more', asked);
      await this.events.tell('request.more-asked.v1', row);
      await this.events.startClock(row, times, false);
    });
  }
}

/** The mentee answers the mentor's question; the mentor's time to answer the request starts anew. */
@Injectable()
export class AnswerMore {
  constructor(
    private readonly clock: Clock,
    private readonly terms: ReadRequestTerms,
    private readonly change: ChangeRequest,
    private readonly events: RequestEvents,
  ) {}

  /**
   * The same answer twice is given once.
   *
   * @throws RequestUnknownError, RequestNotYoursError, RequestStateError, NoQuestionError, RequestTextError
   */
  async execute(
    input: RequestRef & { readonly answer: string },
    actor: NonNullable<RequestActor>,
  ): Promise<void> {
    const answer = requestText('answer', input.answer, REQUEST_TEXT_MAX);
    await this.change.execute(input, 'mentee', actor, async ({ row }) => {
      if (!requestMachine.can(requestMachine.stateOf(row.state), 'answer'))
        throw new RequestStateError(row.state);
      if (row.answeredAt !== null && row.answer === answer) return;
      if (row.question === null || row.answeredAt !== null) throw new NoQuestionError();
      const now = this.clock.now();
      const times = (await this.terms.execute(row.programId)).timesFrom(now);
      await this.change.move(row, 'answer', { answer, answeredAt: now, answerBy: times.answerBy });
      await this.events.tell('request.more-answered.v1', row);
      await this.events.startClock(row, times, true);
    });
  }
}
