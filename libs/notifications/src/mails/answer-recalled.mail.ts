import { programLetter } from './letter.js';
import { defineMail, idIn, Stale } from './mail.js';
import { programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

interface RecalledFacts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
}

/** To somebody who had been told that they go without a partner, once that publication was taken back. */
export const answerRecalled = defineMail<RecalledFacts>({
  async load(db, input) {
    const runId = idIn(input, 'runId');
    const participationId = idIn(input, 'participationId');
    // An answer that is just being sent counts: better an odd mail than none after an answer that no longer holds.
    const heard = await db.query(
      `SELECT 1 FROM delivery d JOIN outbox_event e ON e.id = d.event_id
       WHERE e.dedupe_key = $1 AND d.state IN ('claimed', 'sent')`,
      [`match-answer.given:${runId}:${participationId}`],
    );
    if (heard.length === 0) return new Stale('the answer was never sent');
    const reader = await readerOf(db, input.accountId);
    const program = await programOf(db, input.programId);
    if (reader === null || program === null) return new Stale('it was deleted');
    return { reader, program };
  },
  write({ reader, program }, tools) {
    return programLetter(reader, program, tools, {
      subject: `The round of ${program.name} is being matched anew`,
      preheader: 'What we wrote to you about it no longer holds.',
      blocks: [
        { type: 'heading', text: 'The round is being matched anew' },
        {
          type: 'paragraph',
          text: 'We told you that we had found nobody for you this time. Whoever runs the program published that too soon and took it back, so it no longer holds.',
        },
        {
          type: 'paragraph',
          text: 'There is nothing to do for you: you stand in line as you did before, and you hear from us when it is done.',
        },
      ],
    });
  },
});
