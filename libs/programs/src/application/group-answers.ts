import { Database } from '#database';
import { InvalidInputError } from '#http';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ProgramActor } from '../program-actor.js';
import type { GroupQuestion } from '../settings/group-questions.js';
import { ProgramQueries } from './program.queries.js';

/** The program's questions, with what one has answered oneself. */
export interface OwnGroupAnswers {
  readonly questions: readonly GroupQuestion[];
  /** Option by question; what is missing wasn't answered. */
  readonly answers: Readonly<Record<string, string>>;
}

/** What people say of themselves for the fairness report: each reads, writes and deletes their own, and nobody another's. */
@Injectable()
export class GroupAnswers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly programs: ProgramQueries,
  ) {}

  async getOwn({ programId, accountId }: ProgramActor): Promise<OwnGroupAnswers> {
    const { settings } = await this.programs.getById(programId);
    const rows = await this.db.query<{ question: string; answer: string }>(
      `SELECT question, answer FROM group_answer WHERE program_id = $1 AND account_id = $2 ORDER BY question`,
      [programId, accountId],
    );
    return {
      questions: settings.groupQuestions,
      answers: Object.fromEntries(rows.map(({ question, answer }) => [question, answer])),
    };
  }

  /** Replaces all of one's answers. @throws InvalidInputError for a question or option that the program doesn't have */
  async put(answers: Readonly<Record<string, unknown>>, actor: ProgramActor): Promise<OwnGroupAnswers> {
    const { programId, accountId } = actor;
    const { settings } = await this.programs.getById(programId);
    const known = new Map(
      settings.groupQuestions.map(({ key, options }) => [key, options.map((one) => one.key)]),
    );
    const problems = Object.entries(answers).flatMap(([question, answer]) =>
      typeof answer === 'string' && known.get(question)?.includes(answer) === true
        ? []
        : [
            {
              path: `answers.${question}`,
              message: 'Choose one of the options of this question, or leave it out.',
            },
          ],
    );
    if (problems.length > 0) throw new InvalidInputError(problems);
    await this.db.transaction(async () => {
      await this.delete(actor);
      await this.db.query(
        `INSERT INTO group_answer (program_id, account_id, question, answer, answered_at)
         SELECT $1, $2, question, answer, $4 FROM jsonb_each_text($3::jsonb) AS a(question, answer)
         ON CONFLICT (program_id, account_id, question) DO UPDATE
           SET answer = excluded.answer, answered_at = excluded.answered_at`,
        [programId, accountId, JSON.stringify(answers), this.clock.now()],
      );
    });
    return this.getOwn(actor);
  }

  /** Deletes all of one's answers. */
  async delete({ programId, accountId }: Pick<ProgramActor, 'programId' | 'accountId'>): Promise<void> {
    await this.db.query(`DELETE FROM group_answer WHERE program_id = $1 AND account_id = $2`, [
      programId,
      accountId,
    ]);
  }
}
