import type { InputFault } from '#engine';
import type { MatchInput } from '#matching';
import { pairReasons } from '#scoring';
import { Injectable } from '@nestjs/common';

const SHOWN = 5;

/** Says in words, with names, why there was nothing to compute. */
@Injectable()
export class FaultWords {
  describe(faults: readonly InputFault[], input: MatchInput): string {
    const names = new Map(
      [...input.mentees, ...input.mentors].map(({ id, name }) => [id, name ?? 'Somebody']),
    );
    const nameOf = (id: string | null): string => (id === null ? 'Somebody' : (names.get(id) ?? 'Somebody'));
    const sentences = faults.map((fault) => sentenceOf(fault, nameOf));
    const rest = sentences.length - SHOWN;
    return [...sentences.slice(0, SHOWN), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ');
  }

  /** @param memoryMb what a run may take */
  outOfMemory(memoryMb: number): string {
    return `The round needs more memory than the ${memoryMb} MB that a run may take. Split the round, or ask the operator to raise WORKER_MATCH_MEMORY_MB.`;
  }
}

function sentenceOf(fault: InputFault, nameOf: (id: string | null) => string): string {
  const mentor = nameOf(fault.mentorId);
  const mentee = nameOf(fault.menteeId);
  switch (fault.code) {
    case 'lock-infeasible':
      return `${mentor} and ${mentee} are locked together, but ${pairReasons(fault.rules).join(' and ')}. Take the lock back, or change the rule.`;
    case 'lock-forbidden':
      return `${mentor} and ${mentee} are both locked and forbidden. Take one of the two back.`;
    case 'lock-over-capacity':
      return `${mentor} has more locked mentees than free places. Take locks back, or add places.`;
    case 'lock-over-demand':
      return `${mentee} is locked with more than one mentor. Keep one lock.`;
    case 'too-large':
      return 'There are too many places for one run. Split the cohort.';
    default:
      return `The data about ${mentor} and ${mentee} can't be computed with (${fault.code}). Tell the operator.`;
  }
}
