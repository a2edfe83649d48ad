import { compareIds } from './compare-ids.js';
import type { MenteeDiagnosis, NearestPartner, ReasonsOf } from './diagnosis.js';
import { PlaceFacts } from './explain/place-facts.js';
import { pairsEach } from './explain/rule-budget.js';
import { RuleTally } from './explain/rule-tally.js';
import type { Ledger } from './ledger.js';
import { rulesAgainst } from './pair-rules.js';

const NEAREST_SHOWN = 3;

/** A mentor whom a mentee may have and has not. */
export interface Candidate {
  readonly mentor: number;
  readonly mentorId: string;
  readonly score: number;
}

/** A diagnosis for each mentee who has fewer mentors than wanted. */
export function diagnoseMentees(ledger: Ledger, reasonsOf: ReasonsOf): MenteeDiagnosis[] {
  const { problem, result } = ledger;
  const places = new PlaceFacts(ledger);
  const row = new Int32Array(problem.mentors.length);
  const alone: number[] = [];
  const found = new Map<number, MenteeDiagnosis>();
  const left = result.unmatchedMentees.flatMap(({ id }) => ledger.menteeIndex.get(id) ?? []);
  for (const mentee of left) {
    ledger.freeScores(mentee, row);
    for (const mentor of ledger.given[mentee]?.keys() ?? []) row[mentor] = -1;
    const nearest = best(ledger, row);
    if (nearest.length === 0) alone.push(mentee);
    else found.set(mentee, { ...whose(ledger, mentee), ...taken(places, mentee, row, nearest) });
  }
  const looked = new MentorsLookedAt(ledger, alone.length);
  for (const mentee of alone)
    found.set(mentee, { ...whose(ledger, mentee), ...excluded(ledger, reasonsOf, mentee, looked) });
  return left.flatMap((mentee) => found.get(mentee) ?? []);
}

type Facts = Pick<MenteeDiagnosis, 'cause' | 'relaxation'>;

function whose(ledger: Ledger, mentee: number): Pick<MenteeDiagnosis, 'menteeId' | 'wanted' | 'got'> {
  const menteeId = ledger.problem.mentees[mentee]?.id ?? '';
  return { menteeId, wanted: ledger.demandOf(mentee), got: ledger.given[mentee]?.size ?? 0 };
}

/** The few with the highest scores, ids deciding between equals. */
function best({ problem }: Ledger, row: Int32Array): Candidate[] {
  const top: Candidate[] = [];
  for (let mentor = 0; mentor < row.length; mentor++) {
    const score = row[mentor] as number;
    if (score < 0 || (top.length === NEAREST_SHOWN && score < (top[NEAREST_SHOWN - 1]?.score ?? 0))) continue;
    top.push({ mentor, mentorId: problem.mentors[mentor]?.id ?? '', score });
    top.sort((a, b) => b.score - a.score || compareIds(a.mentorId, b.mentorId));
    top.length = Math.min(top.length, NEAREST_SHOWN);
  }
  return top;
}

function taken(places: PlaceFacts, mentee: number, row: Int32Array, top: readonly Candidate[]): Facts {
  const nearest = top.map(({ mentor, mentorId, score }): NearestPartner => ({
    mentorId,
    score,
    price: places.priceOf(mentor),
  }));
  let feasiblePartners = 0;
  for (let mentor = 0; mentor < row.length; mentor++) if ((row[mentor] as number) >= 0) feasiblePartners++;
  const decidedBy = places.byOrder ? ('order' as const) : ('score' as const);
  return {
    cause: { kind: 'places-taken', decidedBy, feasiblePartners, nearest },
    relaxation: places.fewestMore(mentee, row, top[0]),
  };
}

function excluded(ledger: Ledger, reasonsOf: ReasonsOf, mentee: number, looked: MentorsLookedAt): Facts {
  const { mentors } = ledger.problem;
  const tally = new RuleTally();
  const row = new Int32Array(mentors.length);
  ledger.problem.scoreRow(mentee, row);
  for (const mentor of looked.mentors) {
    if (ledger.given[mentee]?.has(mentor) === true) continue;
    const capacity = mentors[mentor]?.capacity ?? 0;
    const rules = rulesAgainst(ledger, reasonsOf, mentee, mentor, row[mentor] as number);
    tally.add(rules, capacity === 0 ? null : capacity - (ledger.taken[mentor] ?? 0));
  }
  const lift = tally.smallestLift();
  const cause = { kind: 'no-feasible-partner' as const, excludedBy: tally.excludedBy(), ...looked.told };
  if (lift === null) return { cause, relaxation: null };
  const { people, ...rules } = lift;
  return { cause, relaxation: { kind: 'lift-rule', ...rules, mentors: people } };
}

/** The mentors whose rules are asked for: all of them, or those with free places first, then by id. */
class MentorsLookedAt {
  readonly mentors: readonly number[];
  readonly told: { readonly examined?: number };

  constructor(ledger: Ledger, people: number) {
    const { mentors } = ledger.problem;
    const each = pairsEach(people, mentors.length);
    const free = (mentor: number): number =>
      (mentors[mentor]?.capacity ?? 0) > (ledger.taken[mentor] ?? 0) ? 0 : 1;
    this.mentors = mentors
      .map((_, mentor) => mentor)
      .sort((a, b) => free(a) - free(b) || compareIds(mentors[a]?.id ?? '', mentors[b]?.id ?? ''))
      .slice(0, each);
    this.told = each < mentors.length ? { examined: each } : {};
  }
}
