import { DAY_MS } from '#availability';
import type { Database } from '#database';
import type { ProgramSettings } from '#programs';
import type { ReadinessProblem } from './cohort.view.js';
import { READINESS } from './readiness.sql.js';

/** Whose readiness is asked for, and by which clock. */
export interface ReadinessOf {
  readonly cohortId: string;
  readonly settings: Pick<ProgramSettings, 'organisationInformsPeople' | 'firstMeetingWithinDays'>;
  readonly now: Date;
}

/** The parameters of `READINESS`: whoever is back before a first meeting is due is not away. */
export function readinessParameters({ cohortId, settings, now }: ReadinessOf): [string, boolean, Date] {
  const backBy = new Date(now.getTime() + settings.firstMeetingWithinDays * DAY_MS);
  return [cohortId, settings.organisationInformsPeople, backBy];
}

/** What is in the way of matching one person well; empty for somebody who is not enrolled. */
export async function readinessOf(
  db: Database,
  participationId: string,
  of: ReadinessOf,
): Promise<readonly ReadinessProblem[]> {
  const [row] = await db.query<{ reasons: ReadinessProblem[] }>(
    `SELECT reasons FROM (${READINESS}) AS people WHERE id = $4`,
    [...readinessParameters(of), participationId],
  );
  return row?.reasons ?? [];
}
