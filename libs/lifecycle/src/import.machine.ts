import { StateMachine } from './state-machine.js';

export type ImportState = 'previewed' | 'applying' | 'applied' | 'failed';
export type ImportEvent = 'apply' | 'resume' | 'finish' | 'fail';

/**
 * An uploaded file on its way in. `resume` is a worker taking over from one that died; a failed import may be applied
 * again, because applying is idempotent.
 */
export const importMachine = new StateMachine<ImportState, ImportEvent>({
  name: 'import',
  initial: ['previewed'],
  final: ['applied'],
  table: {
    previewed: { apply: 'applying' },
    applying: { resume: 'applying', finish: 'applied', fail: 'failed' },
    failed: { apply: 'applying' },
    applied: {},
  },
});
