import { compareIds } from './compare-ids.js';
import type { MenteeDiagnosis, NearestPartner, ReasonsOf, Relaxation } from './diagnosis.js';
import type { Ledger } from './ledger.js';
import { ruleCounts, rulesAgainst, tally } from './pair-rules.js';
import { pricesOf, type Prices } from './prices-of.js';
import { RefusedPlaces } from './refused-places.js';
import { placesGoByOrder } from './standing-order.js';

const NEAREST_SHOWN = 3;

/** A diagnosis for each mentee who has fewer mentors than wanted. */
export function diagnoseMentees(ledger: Ledger, reasonsOf: ReasonsOf): MenteeDiagnosis[] {
  const { problem, result } = ledger;
  const places = new PlaceFacts(ledger);
  const row = new Int32Array(problem.mentors.length);
  return result.unmatchedMentees.flatMap(({ id: menteeId }) => {
    const mentee = ledger.menteeIndex.get(menteeId);
    if (mentee === undefined) return [];
    const wanted = ledger.demandOf(mentee);
    const given = ledger.given[mentee] ?? new Map<number, unknown>();
    ledger.freeScores(mentee, row);
    const feasible = problem.mentors.flatMap(({ id: mentorId }, mentor) =>
      (row[mentor] as number) >= 0 && !given.has(mentor)
        ? [{ mentor, mentorId, score: row[mentor] as number }]
        : [],
    );
    feasible.sort((a, b) => b.score - a.score || compareIds(a.mentorId, b.mentorId));
    const whose = { menteeId, wanted, got: given.size };
    if (feasible.length === 0) return [{ ...whose, ...excluded(ledger, reasonsOf, mentee) }];
    const nearest = feasible
      .slice(0, NEAREST_SHOWN)
      .map(({ mentor, mentorId, score }) => ({ mentorId, score, price: places.priceOf(mentor) }));
    const cause = {
      kind: 'places-taken' as const,
      decidedBy: places.byOrder ? ('order' as const) : ('score' as const),
      feasiblePartners: feasible.length,
      nearest,
    };
    return [{ ...whose, cause, relaxation: places.fewestMore(mentee, feasible) }];
  });
}

function excluded(
  ledger: Ledger,
  reasonsOf: ReasonsOf,
  mentee: number,
): Pick<MenteeDiagnosis, 'cause' | 'relaxation'> {
  const { mentors } = ledger.problem;
  const all = new Map<string, number>();
  const alone = new Map<string, number>();
  const aloneWithPlaces = new Map<string, number>();
  const row = new Int32Array(mentors.length);
  ledger.problem.scoreRow(mentee, row);
  mentors.forEach(({ capacity }, mentor) => {
    if (ledger.given[mentee]?.has(mentor) === true) return;
    const rules = rulesAgainst(ledger, reasonsOf, mentee, mentor, row[mentor] as number);
    for (const rule of rules) tally(all, rule);
    const [only] = rules;
    if (only === undefined || rules.length > 1 || capacity === 0) return;
    tally(alone, only);
    if ((ledger.taken[mentor] ?? 0) < capacity) tally(aloneWithPlaces, only);
  });
  const [best] = ruleCounts(alone)
    .map(({ rule, count }) => ({ rule, mentors: count, withFreePlaces: aloneWithPlaces.get(rule) ?? 0 }))
    .sort((a, b) => b.withFreePlaces - a.withFreePlaces || b.mentors - a.mentors);
  return {
    cause: { kind: 'no-feasible-partner', excludedBy: ruleCounts(all) },
    relaxation: best === undefined ? null : { kind: 'lift-rule', ...best },
  };
}

/** What the certificate says about the places of each mentor. */
class PlaceFacts {
  readonly byOrder: boolean;
  private readonly facts: ReadonlyMap<string, { readonly price: number; readonly closedAt: number | null }>;
  private readonly refused: RefusedPlaces | null;
  private readonly prices: Prices | null;

  constructor(private readonly ledger: Ledger) {
    this.byOrder = placesGoByOrder(ledger.problem);
    this.prices = pricesOf(ledger.result.certificate);
    this.facts = new Map(this.prices?.mentors.map((mentor) => [mentor.id, mentor]));
    this.refused = this.byOrder ? new RefusedPlaces(ledger) : null;
  }

  priceOf(mentor: number): NearestPartner['price'] {
    if (this.byOrder || this.prices === null) return null;
    if ((this.ledger.problem.mentors[mentor]?.capacity ?? 0) === 0) return null;
    const { pairWeight, scoreWeight } = this.prices;
    const price = this.factsOf(mentor)?.price ?? 0;
    return Math.floor((price - pairWeight) / scoreWeight);
  }

  /**
   * The mentor where the fewest places more are enough; among equals the one with the best score. For somebody who
   * already has a mentor that was not locked, only what is certain: new places may go to others by way of the mentor
   * that this mentee gives up for them.
   */
  fewestMore(
    mentee: number,
    feasible: readonly { readonly mentor: number; readonly mentorId: string }[],
  ): Relaxation | null {
    const another = this.ledger.degreeOf(mentee) > 0;
    if (another && this.refused === null) return null;
    let best: { readonly mentorId: string; readonly places: number } | null = null;
    for (const { mentor, mentorId } of feasible) {
      const closedAt = this.factsOf(mentor)?.closedAt ?? null;
      const places =
        this.refused === null || closedAt === null ? 1 : this.refused.placesNeeded(mentee, closedAt);
      if (places < (best?.places ?? Infinity)) best = { mentorId, places };
    }
    if (best === null || (another && best.places > 1)) return null;
    return { kind: 'more-places', ...best, reserved: this.refused === null };
  }

  private factsOf(mentor: number): { readonly price: number; readonly closedAt: number | null } | undefined {
    return this.facts.get(this.ledger.problem.mentors[mentor]?.id ?? '');
  }
}
