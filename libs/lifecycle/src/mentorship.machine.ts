import { StateMachine } from './state-machine.js';

export type MentorshipState = 'proposed' | 'active' | 'paused' | 'completed' | 'ended';
export type MentorshipEvent = 'activate' | 'decline' | 'pause' | 'resume' | 'release' | 'complete' | 'end';

/**
 * The relationship. A proposed one waits for the yes of those who are asked: `decline` is a no, or silence until the
 * deadline. `release` is a mentor's "I can't take this on now", `complete` the planned closing, `end` everything earlier.
 */
export const mentorshipMachine = new StateMachine<MentorshipState, MentorshipEvent>({
  name: 'mentorship',
  initial: ['proposed', 'active'],
  final: ['completed', 'ended'],
  table: {
    proposed: { activate: 'active', decline: 'ended', end: 'ended' },
    active: { pause: 'paused', release: 'ended', complete: 'completed', end: 'ended' },
    paused: { resume: 'active', release: 'ended', complete: 'completed', end: 'ended' },
    completed: {},
    ended: {},
  },
});
