import { type AssignmentProblem, checkRows, INFEASIBLE, ListMaker, RowChecks, verifyRows } from '#assignment';
import type { Found, Part, RowsJudged, Task } from './crew-message.js';

/** Does tasks on some rows of a problem. What comes out depends on the rows alone, not on the thread. */
export class Workbench {
  private lists: ListMaker | null = null;
  private checks: RowChecks | null = null;

  constructor(private readonly problem: AssignmentProblem) {}

  work(task: Task, part: Part): Found[Task['kind']] {
    const { problem } = this;
    const { from, to } = part;
    switch (task.kind) {
      case 'lists':
        this.lists ??= new ListMaker(problem);
        this.lists.make(task.store, from, to);
        return null;
      case 'check':
        return whole(checkRows(problem, task.prices, from, to));
      case 'verify':
        if (this.checks?.ledger.result !== task.result) this.checks = new RowChecks(problem, task.result);
        return judge(this.checks, part);
    }
  }
}

/** A part is null only when it was cancelled; our threads are ended instead. */
function whole<T>(part: T | null): T {
  if (part === null) throw new Error('A part of the work was cancelled.');
  return part;
}

/** Every row is scored once: the scale of strength and the number of feasible pairs come with the check. */
function judge(checks: RowChecks, { from, to }: Part): RowsJudged {
  const { problem, result } = checks.ledger;
  const best = new Int16Array(to - from);
  let feasible = 0;
  const noting: AssignmentProblem = {
    ...problem,
    scoreRow: (mentee, out) => {
      problem.scoreRow(mentee, out);
      let most = INFEASIBLE;
      let count = 0;
      for (let mentor = 0; mentor < out.length; mentor++) {
        const score = out[mentor] as number;
        if (score > most) most = score;
        if (score >= 0) count++;
      }
      best[mentee - from] = most;
      feasible += count;
    },
  };
  const verified = whole(verifyRows(noting, result, from, to, undefined, checks));
  return { verified, feasible, best };
}
