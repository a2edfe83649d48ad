import type { Finding } from './finding.js';
import type { Ledger } from './ledger.js';
import { pricesOf } from './prices-of.js';
import { menteesInOrder, placePosition } from './standing-order.js';

const NEVER = Number.POSITIVE_INFINITY;

/**
 * Checks that places went by the order, by the closing positions in the certificate.
 *
 * Take a place that was refused at position `p`, and all mentors closed at or before `p`. They are full; all who are with
 * them got all their places before `p` and could go nowhere but to closed mentors; and whoever was refused could go
 * nowhere else either. So the places handed out before `p` already use up all that these people can have together
 * (Hall's condition holds with equality) and one more was impossible, whatever had been paired with whom. This being so
 * for every refused place, the people are the greedy basis of the matroid: nobody later stands in for somebody earlier,
 * and no pair is lost.
 */
export class OrderCheck {
  private readonly closedAt: Float64Array;
  private readonly standing: Int32Array;

  constructor(
    private readonly ledger: Ledger,
    private readonly findings: Finding[],
  ) {
    const { problem } = ledger;
    this.closedAt = closingPositions(ledger);
    this.standing = new Int32Array(problem.mentees.length);
    menteesInOrder(problem).forEach((mentee, at) => (this.standing[mentee] = at));
  }

  /** @param row scores of the pairs that may be made freely, `-1` for all others */
  check(mentee: number, row: Int32Array): void {
    const { closedAt, ledger, findings } = this;
    const { problem } = ledger;
    const standing = this.standing[mentee] ?? 0;
    const locked = ledger.lockedByMentee[mentee] ?? 0;
    const degree = ledger.degreeOf(mentee);
    const positionOf = (nth: number): number => placePosition(locked + nth, standing, problem.mentees.length);
    const mine = [...(ledger.given[mentee]?.keys() ?? [])].filter((mentor) => (row[mentor] as number) >= 0);
    const firstOfMine = mine.reduce((first, mentor) => Math.min(first, closedAt[mentor] as number), NEVER);
    // Whoever got all they wanted from mentors who stayed open took nobody's turn.
    if (degree >= ledger.needOf(mentee) && firstOfMine === NEVER) return;
    let latestElsewhere = -NEVER;
    for (let mentor = 0; mentor < closedAt.length; mentor++) {
      const position = closedAt[mentor] as number;
      if (position > latestElsewhere && (row[mentor] as number) >= 0 && !mine.includes(mentor))
        latestElsewhere = position;
    }
    const id = problem.mentees[mentee]?.id ?? '';
    if (degree < ledger.needOf(mentee) && latestElsewhere > positionOf(degree + 1))
      findings.push({ code: 'out-of-order', message: `Mentee ${id} was passed over.` });
    if (firstOfMine === NEVER) return;
    if (positionOf(degree) >= firstOfMine || latestElsewhere > firstOfMine)
      findings.push({ code: 'out-of-order', message: `Mentee ${id} holds a place that was not their turn.` });
  }
}

/** The mentors' part of the same check: whoever is called closed is full. */
export function verifyClosed(ledger: Ledger): readonly Finding[] {
  const findings: Finding[] = [];
  closingPositions(ledger).forEach((position, mentor) => {
    const used = (ledger.taken[mentor] ?? 0) - (ledger.lockedByMentor[mentor] ?? 0);
    if (position === NEVER || used === ledger.roomOf(mentor)) return;
    const id = ledger.problem.mentors[mentor]?.id ?? '';
    findings.push({ code: 'out-of-order', message: `Mentor ${id} has a free place but is called closed.` });
  });
  return findings;
}

function closingPositions({ problem, result }: Ledger): Float64Array {
  const closing = new Map(
    pricesOf(result.certificate)?.mentors.map(({ id, closedAt }) => [id, closedAt ?? NEVER]),
  );
  return Float64Array.from(problem.mentors, ({ id }) => closing.get(id) ?? NEVER);
}
