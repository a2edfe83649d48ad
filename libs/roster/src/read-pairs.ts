import { PAIR_COLUMNS } from './column-names.data.js';
import type { PairRow, PairState } from './person-rows.js';
import { readWhole } from './read-number.js';
import { readRows } from './read-people.js';
import type { ReadOptions, ReadResult } from './read-result.js';
import type { RowCells } from './row-cells.js';
import type { Table } from './table.js';

/** The people that pairs may name, by id and by email address (lower case); without a list nobody is unknown. */
export interface KnownPeople {
  readonly mentees?: ReadonlySet<string>;
  readonly mentors?: ReadonlySet<string>;
}

const STATES: Readonly<Record<string, PairState>> = {
  '': 'active',
  active: 'active',
  running: 'active',
  completed: 'completed',
  finished: 'completed',
  ended: 'ended',
  stopped: 'ended',
};

/** Reads running and past pairs; people are named by id or email address. Never throws. */
export function readPairs(
  table: Table,
  options: Pick<ReadOptions, 'mapping'> = {},
  known: KnownPeople = {},
): ReadResult<PairRow> {
  const rowByPair = new Map<string, number>();
  return readRows(table, PAIR_COLUMNS, options, (cells) => {
    const pair = readPair(cells, known);
    const key = JSON.stringify([pair.mentee, pair.mentor, pair.startedOn]);
    const first = rowByPair.get(key);
    if (first === undefined) rowByPair.set(key, cells.number);
    else cells.error('mentee_id', 'duplicate-pair', `This pair is already in row ${first}.`, pair.mentee);
    return pair;
  });
}

function readPair(cells: RowCells, known: KnownPeople): PairRow {
  const startedOn = readDate(cells, 'started_on');
  const endedOn = readDate(cells, 'ended_on');
  if (startedOn !== null && endedOn !== null && endedOn < startedOn) {
    cells.error('ended_on', 'invalid-date', `The pair ends before it starts (${startedOn}).`, endedOn);
  }
  return {
    row: cells.number,
    mentee: readWho(cells, 'mentee_id', known.mentees),
    mentor: readWho(cells, 'mentor_id', known.mentors),
    score: readWhole(cells, 'score', 0, 10_000),
    state: readState(cells, endedOn),
    startedOn,
    endedOn,
  };
}

function readWho(cells: RowCells, key: string, known: ReadonlySet<string> | undefined): string {
  const text = cells.required(key, 254);
  const who = text.includes('@') ? text.toLowerCase() : text;
  if (who !== '' && known?.has(who) === false) {
    cells.error(key, 'unknown-person', `"${who}" is in no list: import the people first.`, who);
  }
  return who;
}

function readState(cells: RowCells, endedOn: string | null): PairState {
  const text = cells.text('state').toLowerCase();
  if (text === '' && endedOn !== null) return 'completed';
  const state = Object.hasOwn(STATES, text) ? STATES[text] : undefined;
  if (state !== undefined) return state;
  cells.error('state', 'invalid-state', 'Write "active", "completed" or "ended".', text, 'active');
  return 'active';
}

function readDate(cells: RowCells, key: string): string | null {
  const text = cells.text(key);
  if (text === '') return null;
  const day = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/u.exec(text)?.[1];
  const instant = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  if (day !== undefined && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day))
    return day;
  cells.error(key, 'invalid-date', 'Write a date as year-month-day, like 2026-03-01.', text);
  return null;
}
