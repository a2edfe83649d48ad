import {
  findCommonSlots,
  isDatedException,
  isWeeklyWindow,
  type Slot,
  type SlotPerson,
  type UncheckedException,
  type UncheckedWindow,
} from '#availability';
import type { Database } from '#database';
import type { ProgramSettings } from '#programs';

const DAY_MS = 86_400_000;
/** Nobody is asked to meet tomorrow morning. */
const EARLIEST_MS = DAY_MS;
const HORIZON_MS = 14 * DAY_MS;

/** When somebody is free, as their profile says. */
export interface SuggestedTimesRow {
  time_zone: string;
  windows: UncheckedWindow[];
  exceptions: UncheckedException[];
  away_until: Date | null;
  busy: { start: string; end: string }[];
}

/** What two participants' profiles say about their time; fewer than two rows when one has no profile. */
export async function timesOf(
  db: Database,
  participationIds: readonly string[],
): Promise<SuggestedTimesRow[]> {
  return db.query<SuggestedTimesRow>(
    `SELECT f.time_zone, f.windows, f.exceptions, f.away_until, coalesce((
       SELECT jsonb_agg(jsonb_build_object('start', lower(s.during), 'end', upper(s.during)))
       FROM session_attendee s WHERE s.account_id = p.account_id AND s.busy), '[]') AS busy
     FROM participation p JOIN profile f ON f.participation_id = p.id WHERE p.id = ANY($1)
     ORDER BY array_position($1::uuid[], p.id)`,
    [participationIds],
  );
}

/** Up to three common times on different days, within two weeks, as long as the program's sessions are. */
export function suggestTimes(
  people: readonly SuggestedTimesRow[],
  now: Date,
  settings: Pick<ProgramSettings, 'sessionLengthMinutes' | 'sessionBufferMinutes'>,
): Slot[] {
  if (people.length < 2) return [];
  const from = now.getTime() + EARLIEST_MS;
  const slots = findCommonSlots({
    people: people.map(toSlotPerson),
    from,
    to: from + HORIZON_MS,
    lengthMinutes: settings.sessionLengthMinutes,
    stepMinutes: 30,
    bufferMinutes: settings.sessionBufferMinutes,
    limit: 500,
  });
  const chosen: Slot[] = [];
  for (const slot of slots) {
    const last = chosen.at(-1);
    if (last === undefined || slot.start - last.start >= DAY_MS) chosen.push(slot);
    if (chosen.length === 3) break;
  }
  return chosen;
}

function toSlotPerson(row: SuggestedTimesRow): SlotPerson {
  return {
    timeZone: row.time_zone,
    windows: row.windows.filter(isWeeklyWindow),
    exceptions: {
      dated: row.exceptions.filter(isDatedException),
      awayUntil: row.away_until === null ? null : row.away_until.getTime(),
    },
    busy: row.busy.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) })),
  };
}
