import {
  type AssignmentProblem,
  checkRows,
  type DualPrices,
  ListMaker,
  RowChecks,
  type RowScan,
  rowScan,
  verifyRows,
} from '#assignment';
import type { Found, Part, Task } from './crew-message.js';
import type { PeopleOfBothSides } from './engine-input.js';
import { Explainer } from './explainer.js';

/** Does tasks on some rows of a problem. What comes out depends on the rows alone, not on the thread. */
export class Workbench {
  private lists: ListMaker | null = null;
  private checks: RowChecks | null = null;
  private scan: { readonly prices: DualPrices; readonly rows: RowScan } | null = null;

  private explainer: Explainer | null = null;

  constructor(
    private readonly problem: AssignmentProblem,
    private readonly people: PeopleOfBothSides,
  ) {}

  work(task: Task, part: Part): Found[Task['kind']] {
    const { problem } = this;
    const { from, to } = part;
    switch (task.kind) {
      case 'lists':
        this.lists ??= new ListMaker(problem);
        this.lists.make(task.store, from, to);
        return null;
      case 'check':
        if (this.scan?.prices !== task.prices)
          this.scan = { prices: task.prices, rows: rowScan(problem.mentors, task.prices.mentors) };
        return whole(checkRows(problem, task.prices, from, to, undefined, this.scan.rows));
      case 'verify':
        if (this.checks?.ledger.result !== task.result) this.checks = new RowChecks(problem, task.result);
        return whole(verifyRows(problem, task.result, from, to, undefined, this.checks));
      case 'explain':
        if (this.explainer?.task !== task.found)
          this.explainer = new Explainer(task.found, this.people, problem);
        return JSON.stringify(this.explainer.explain(from, to));
    }
  }
}

/** A part is null only when it was cancelled; our threads are ended instead. */
function whole<T>(part: T | null): T {
  if (part === null) throw new Error('A part of the work was cancelled.');
  return part;
}
