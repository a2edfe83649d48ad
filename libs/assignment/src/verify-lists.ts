import { compareIds } from './compare-ids.js';
import type { Finding } from './finding.js';
import type { Ledger } from './ledger.js';
import type { Prices } from './prices-of.js';
import { placesGoByOrder } from './standing-order.js';

/** Checks that a certificate is of today's form and names everybody with a price once, in order, and nobody else. */
export function verifyLists(ledger: Ledger, prices: Prices): readonly Finding[] {
  const { problem, result } = ledger;
  const findings: Finding[] = [];
  const { version }: { readonly version: number } = result.certificate;
  if (version !== 2)
    findings.push({ code: 'no-proof', message: 'The certificate is of a form that is no longer checked.' });
  const byOrder = placesGoByOrder(problem);
  const priced = problem.mentees.filter((_, mentee) =>
    byOrder ? ledger.degreeOf(mentee) !== 0 : ledger.needOf(mentee) !== 0,
  );
  if (!names(prices.mentees, priced) || !names(prices.mentors, problem.mentors))
    findings.push({
      code: 'bad-price',
      message: 'The prices are not those of the people, each once and by id.',
    });
  return findings;
}

function names(
  stated: readonly { readonly id: string }[],
  people: readonly { readonly id: string }[],
): boolean {
  const ids = people.map(({ id }) => id).sort(compareIds);
  return stated.length === ids.length && stated.every(({ id }, at) => id === ids[at]);
}
