import type { Finding } from './finding.js';
import type { Ledger } from './ledger.js';
import { pairWeights } from './pair-weights.js';
import { pricesOf } from './prices-of.js';
import { placesGoByOrder } from './standing-order.js';
import type { RowsVerified } from './rows-verified.js';

/** Prices beyond this could not be summed exactly. */
const HIGHEST_PRICE = 2 ** 50;

/** The prices of a certificate by position in the problem's lists; a price that is missing or impossible is a finding. */
export class StatedPrices {
  readonly mentors: Float64Array;
  private readonly mentees: ReadonlyMap<string, number>;
  private readonly fixed: boolean;

  constructor(
    private readonly ledger: Ledger,
    private readonly findings: Finding[],
  ) {
    const { problem, result } = ledger;
    this.fixed = placesGoByOrder(problem);
    const stated = pricesOf(result.certificate);
    this.mentees = new Map(stated?.mentees.map(({ id, price }) => [id, price]));
    const mentors = new Map(stated?.mentors.map(({ id, price }) => [id, price]));
    this.mentors = Float64Array.from(problem.mentors, ({ id }) => this.checked(id, mentors.get(id), false));
  }

  /** With the people given by the order a price may be negative: each of them has exactly as many places as they got. */
  ofMentee(mentee: number): number {
    const id = this.ledger.problem.mentees[mentee]?.id ?? '';
    return this.checked(id, this.mentees.get(id), this.fixed);
  }

  private checked(id: string, price: number | undefined, mayBeNegative: boolean): number {
    const fine = price !== undefined && Number.isSafeInteger(price) && Math.abs(price) <= HIGHEST_PRICE;
    if (fine && (price >= 0 || mayBeNegative)) return price;
    this.findings.push({ code: 'bad-price', message: `The price of ${id} is missing or impossible.` });
    return 0;
  }
}

/**
 * Weak duality: whatever the prices are, as long as none that must not be negative is, no matching is worth more than
 * their sum over all places plus what pairs are worth beyond their prices. When that bound equals what the pairs are
 * worth, they are optimal.
 *
 * @param parts the mentees' part of the bound
 */
export function verifyPrices(ledger: Ledger, parts: readonly RowsVerified[]): readonly Finding[] {
  const { problem, result } = ledger;
  const certificate = pricesOf(result.certificate);
  if (certificate === null) return [{ code: 'no-proof', message: 'The certificate holds no prices.' }];
  const weights = pairWeights(problem);
  if (weights?.pairWeight !== certificate.pairWeight || weights.scoreWeight !== certificate.scoreWeight)
    return [{ code: 'other-problem', message: 'The certificate weighs pairs and scores in another way.' }];
  const findings: Finding[] = [];
  const { mentors } = new StatedPrices(ledger, findings);
  let bound = parts.reduce((sum, part) => sum + part.bound, 0n);
  mentors.forEach((price, mentor) => (bound += BigInt(price) * BigInt(ledger.roomOf(mentor))));
  let value = 0n;
  for (const pair of result.pairs) {
    const [mentee = 0, mentor = 0] = ledger.indicesOf(pair);
    const points = pair.score + ledger.extraOf(mentee, mentor);
    const worth = BigInt(weights.pairWeight + weights.scoreWeight * points);
    value += worth;
    if (pair.locked) bound += worth;
  }

  if (certificate.pairsChecked !== parts.reduce((sum, part) => sum + part.pairsChecked, 0))
    findings.push({ code: 'wrong-bound', message: 'The certificate counts the pairs checked wrongly.' });
  if (
    !same(certificate.value, value) ||
    !same(certificate.bound, bound) ||
    !same(certificate.gap, bound - value)
  )
    findings.push({ code: 'wrong-bound', message: 'The certificate states another value, bound or gap.' });
  if (bound !== value)
    findings.push({
      code: 'not-optimal',
      message: `The prices leave a gap of ${bound - value}: a better matching is not ruled out.`,
    });
  return findings;
}

function same(stated: number, exact: bigint): boolean {
  return Number.isSafeInteger(stated) && BigInt(stated) === exact;
}
