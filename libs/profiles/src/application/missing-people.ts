import { PausePeople } from '#programs';
import { Injectable } from '@nestjs/common';
import { RowsWithoutPersonError, TooManyPausesError } from '../imports.errors.js';
import type { ImportRecord } from '../persistence/import.rows.js';
import { RosterRepository } from '../persistence/roster.repository.js';
import type { ImportKind, PauseCount } from './import.view.js';

/** Of the people who could be missing, one in so many may be paused without a confirmation. */
const ONE_IN = 10;

type FullList = Pick<ImportRecord, 'id' | 'program_id' | 'kind' | 'confirmed_pauses'>;

/** The role of which a list of people is. @throws RangeError for pairs */
export function roleOf(kind: ImportKind): 'mentor' | 'mentee' {
  if (kind === 'pairs') throw new RangeError('A list of pairs has no role.');
  return kind === 'mentors' ? 'mentor' : 'mentee';
}

/** Who is missing in a full list: people of its role who came by an import, are active, and are in no row of it. */
@Injectable()
export class MissingPeople {
  constructor(
    private readonly rows: RosterRepository,
    private readonly people: PausePeople,
  ) {}

  /** How many would be paused now. */
  async count({ id, program_id, kind }: Omit<FullList, 'confirmed_pauses'>): Promise<PauseCount> {
    const { count, of } = await this.rows.countMissing(program_id, roleOf(kind), id);
    return { count, of, limit: Math.floor(of / ONE_IN) };
  }

  /**
   * A broken export must not empty a program: beyond a tenth an admin confirms the very number.
   *
   * @throws RowsWithoutPersonError, TooManyPausesError
   */
  async refuseTooMany(list: FullList): Promise<void> {
    const pauses = await this.count(list);
    if (pauses.count === 0) return;
    const unknown = await this.rows.listRowsWithoutPerson(list.id);
    if (unknown.length > 0) throw new RowsWithoutPersonError(unknown);
    if (pauses.count > pauses.limit && list.confirmed_pauses !== pauses.count)
      throw new TooManyPausesError(list.id, pauses);
  }

  /** Pauses them, in the caller's transaction; @returns how many. @throws TooManyPausesError when it is other people now */
  async pause(list: FullList): Promise<number> {
    await this.refuseTooMany(list);
    const ids = await this.rows.loadMissingIds(list.program_id, roleOf(list.kind), list.id);
    return this.people.execute(list.program_id, ids, 'not-in-roster');
  }
}
