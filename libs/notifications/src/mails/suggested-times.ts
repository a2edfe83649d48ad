import {
  DAY_MS,
  findCommonSlots,
  isDatedException,
  isWeeklyWindow,
  openTime,
  type Slot,
  type SlotPerson,
  type UncheckedException,
  type UncheckedWindow,
} from '#availability';
import type { Database } from '#database';
import { calendarOf, type ProgramSettings } from '#programs';

/** Nobody is asked to meet tomorrow morning. */
const EARLIEST_MS = DAY_MS;
const HORIZON_DAYS = 14;

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

/** What suggestions depend on: how long sessions are, and when the program rests. */
export interface SuggestionTerms {
  readonly timeZone: string;
  readonly settings: Pick<
    ProgramSettings,
    'sessionLengthMinutes' | 'sessionBufferMinutes' | 'workingDays' | 'closedWeeks'
  >;
}

/**
 * Up to three common times on different days, within two weeks, as long as the program's sessions are. Closed weeks do
 * not count and nothing is suggested in them.
 */
export function suggestTimes(
  people: readonly SuggestedTimesRow[],
  now: Date,
  program: SuggestionTerms,
): Slot[] {
  if (people.length < 2) return [];
  const spans = openTime(now.getTime() + EARLIEST_MS, HORIZON_DAYS, calendarOf(program));
  const slots = spans.flatMap(({ start, end }) =>
    findCommonSlots({
      people: people.map(toSlotPerson),
      from: start,
      to: end,
      lengthMinutes: program.settings.sessionLengthMinutes,
      stepMinutes: 30,
      bufferMinutes: program.settings.sessionBufferMinutes,
      limit: 500,
    }),
  );
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
