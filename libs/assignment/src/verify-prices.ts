import type { Finding } from './finding.js';
import type { Ledger } from './ledger.js';
import { pairWeights } from './pair-weights.js';
import { placesGoByOrder } from './standing-order.js';

/** Prices beyond this could not be summed exactly. */
const HIGHEST_PRICE = 2 ** 50;

/**
 * Weak duality: whatever the prices are, as long as none that must not be negative is, no matching is worth more than
 * their sum over all places plus what pairs are worth beyond their prices. When that bound equals what the pairs are
 * worth, they are optimal. (With the people given by the order, each of them has exactly as many places as they got, so
 * their prices may be negative.)
 */
export function verifyPrices(ledger: Ledger): readonly Finding[] {
  const { problem, result } = ledger;
  const { certificate } = result;
  const weights = pairWeights(problem);
  if (weights?.pairWeight !== certificate.pairWeight || weights.scoreWeight !== certificate.scoreWeight)
    return [{ code: 'other-problem', message: 'The certificate weighs pairs and scores in another way.' }];
  const fixed = placesGoByOrder(problem);
  const menteePrices = new Map(certificate.mentees.map(({ id, price }) => [id, price]));
  const mentorPrices = new Map(certificate.mentors.map(({ id, price }) => [id, price]));
  const findings: Finding[] = [];
  const priceOf = (prices: Map<string, number>, id: string, mayBeNegative: boolean): number => {
    const price = prices.get(id);
    const fine = price !== undefined && Number.isSafeInteger(price) && Math.abs(price) <= HIGHEST_PRICE;
    if (fine && (price >= 0 || mayBeNegative)) return price;
    findings.push({ code: 'bad-price', message: `The price of ${id} is missing or impossible.` });
    return 0;
  };

  let bound = 0n;
  let pairsChecked = 0;
  const columns = problem.mentors.map(({ id }, mentor) => {
    const price = priceOf(mentorPrices, id, false);
    bound += BigInt(price) * BigInt(ledger.roomOf(mentor));
    return price;
  });
  const row = new Int32Array(columns.length);
  problem.mentees.forEach(({ id }, mentee) => {
    const places = fixed ? ledger.degreeOf(mentee) : ledger.needOf(mentee);
    if (places === 0) return;
    const price = priceOf(menteePrices, id, fixed);
    bound += BigInt(price) * BigInt(places);
    ledger.freeScores(mentee, row);
    for (let mentor = 0; mentor < row.length; mentor++) {
      const score = row[mentor] as number;
      pairsChecked++;
      if (score < 0) continue;
      const beyond = weights.pairWeight + weights.scoreWeight * score - price - (columns[mentor] as number);
      if (beyond > 0) bound += BigInt(beyond);
    }
  });
  let value = 0n;
  for (const pair of result.pairs) {
    const worth = BigInt(weights.pairWeight + weights.scoreWeight * pair.score);
    value += worth;
    if (pair.locked) bound += worth;
  }

  if (certificate.pairsChecked !== pairsChecked)
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
