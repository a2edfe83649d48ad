import { StateMachine } from './state-machine.js';

export type MentorshipState = 'proposed' | 'active' | 'paused' | 'completed' | 'ended';
export type MentorshipEvent = 'activate' | 'pause' | 'resume' | 'complete' | 'end';

/** The relationship: `complete` is the planned closing, `end` everything earlier, also "I can't take this on now". */
export const mentorshipMachine = new StateMachine<MentorshipState, MentorshipEvent>({
  name: 'mentorship',
  initial: ['proposed', 'active'],
  final: ['completed', 'ended'],
  table: {
    proposed: { activate: 'active', end: 'ended' },
    active: { pause: 'paused', complete: 'completed', end: 'ended' },
    paused: { resume: 'active', complete: 'completed', end: 'ended' },
    completed: {},
    ended: {},
  },
});
