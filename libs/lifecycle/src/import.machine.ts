import { StateMachine } from './state-machine.js';

export type ImportState = 'receiving' | 'previewed' | 'applying' | 'applied' | 'failed';
export type ImportEvent = 'preview' | 'apply' | 'resume' | 'finish' | 'fail';

/**
 * An uploaded file, or a list that arrives in parts (`receiving`), on its way in. `resume` is a worker taking over from one that died; a failed import may be applied
 * again, because applying is idempotent.
 */
export const importMachine = new StateMachine<ImportState, ImportEvent>({
  name: 'import',
  initial: ['receiving', 'previewed'],
  final: ['applied'],
  table: {
    receiving: { preview: 'previewed' },
    previewed: { apply: 'applying' },
    applying: { resume: 'applying', finish: 'applied', fail: 'failed' },
    failed: { apply: 'applying' },
    applied: {},
  },
});
