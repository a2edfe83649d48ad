import type { MenteeDiagnosis, MentorDiagnosis } from '#assignment';
import type { EngineOutput, EngineSummary, FoundPair, InputFault, StageTime } from './engine-output.js';
import { type JsonBatches, toBatches } from './json-batches.js';

/** Somebody left over: a diagnosis of `#assignment` by side. */
export type LeftOver =
  | { readonly role: 'mentee'; readonly id: string; readonly diagnosis: Omit<MenteeDiagnosis, 'menteeId'> }
  | { readonly role: 'mentor'; readonly id: string; readonly diagnosis: Omit<MentorDiagnosis, 'mentorId'> };

/** What was found, ready to be stored: long lists as texts, so that the thread that hears it is not held up. */
export interface EngineReport {
  readonly inputHash: string;
  readonly summary: EngineSummary;
  /** A `Certificate` as JSON. */
  readonly certificate: string;
  readonly pairs: JsonBatches<FoundPair>;
  readonly leftOver: JsonBatches<LeftOver>;
}

/** What a computation says at its end. */
export type EngineAnswer =
  | { readonly kind: 'done'; readonly report: EngineReport; readonly times: readonly StageTime[] }
  | { readonly kind: 'refused'; readonly faults: readonly InputFault[] };

/** How a computation ended. */
export type EngineOutcome =
  | EngineAnswer
  /** It needed more memory than it was given. */
  | { readonly kind: 'out-of-memory'; readonly memoryMb: number }
  | { readonly kind: 'cancelled' };

/** Writes an output for storing. */
export function reportOf({ inputHash, summary, certificate, pairs, diagnosis }: EngineOutput): EngineReport {
  const leftOver: LeftOver[] = [
    ...diagnosis.mentees.map(({ menteeId: id, ...rest }) => ({
      role: 'mentee' as const,
      id,
      diagnosis: rest,
    })),
    ...diagnosis.mentors.map(({ mentorId: id, ...rest }) => ({
      role: 'mentor' as const,
      id,
      diagnosis: rest,
    })),
  ];
  return {
    inputHash,
    summary,
    certificate: JSON.stringify(certificate),
    pairs: toBatches(pairs),
    leftOver: toBatches(leftOver),
  };
}
