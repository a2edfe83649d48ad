import { instantsOfTerm } from './term.js';
import type { Term } from './term.js';
import { offsetRegimes } from './zone-offsets.js';

const HOUR_MS = 3_600_000;
const REMEMBERED_ZONES = 700;
const remembered = new Map<string, Map<string, Map<string, number>>>();

/**
 * The largest difference between the clocks of two zones at any instant of a term, in hours (5.75 for Kathmandu and
 * London in winter). Remembered by pair of zones.
 *
 * @throws RangeError when a zone or the term does not exist
 */
export function timeZoneGapHours(zoneA: string, zoneB: string, term: Term): number {
  const key = `${term.from}/${term.weeks}`;
  let ofTerm = remembered.get(key);
  if (ofTerm === undefined) {
    if (remembered.size >= 20) remembered.clear();
    remembered.set(key, (ofTerm = new Map<string, Map<string, number>>()));
  }
  let ofZone = ofTerm.get(zoneA);
  if (ofZone === undefined) {
    if (ofTerm.size >= REMEMBERED_ZONES) ofTerm.clear();
    ofTerm.set(zoneA, (ofZone = new Map<string, number>()));
  }
  let gap = ofZone.get(zoneB);
  if (gap === undefined) {
    gap = largestGap(zoneA, zoneB, term);
    if (ofZone.size >= REMEMBERED_ZONES) ofZone.clear();
    ofZone.set(zoneB, gap);
  }
  return gap;
}

function largestGap(zoneA: string, zoneB: string, term: Term): number {
  const { start, end } = instantsOfTerm(term);
  let largest = 0;
  for (const a of offsetRegimes(zoneA, start, end)) {
    for (const b of offsetRegimes(zoneB, start, end)) {
      const meet = Math.max(a.start, b.start, start) < Math.min(a.end, b.end, end);
      if (meet) largest = Math.max(largest, Math.abs(a.offsetMs - b.offsetMs) / HOUR_MS);
    }
  }
  return largest;
}
