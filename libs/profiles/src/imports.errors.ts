import { DomainError } from '#kernel';
import type { PauseCount } from './application/import.view.js';

/** No import of this program has this id. */
export class ImportUnknownError extends DomainError {
  readonly code = 'imports.unknown';
  readonly kind = 'not-found';
  constructor() {
    super('This import does not exist, or you have no access to it.');
  }
}

/** The import was applied already, or is being applied. */
export class ImportNotPreviewedError extends DomainError {
  readonly code = 'imports.not-previewed';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(`This import is ${state} already; upload the file again to import it again.`, {
      params: { state },
    });
  }
}

/** No row of the file can be taken. */
export class ImportWithoutGoodRowsError extends DomainError {
  readonly code = 'imports.no-good-rows';
  readonly kind = 'conflict';
  constructor() {
    super('No row of this file can be taken: correct what the preview names and upload it again.');
  }
}

/** Only a list of people can be full. */
export class FullListOfPairsError extends DomainError {
  readonly code = 'imports.full-list-of-pairs';
  readonly kind = 'invalid';
  constructor() {
    super('Only a list of mentors or mentees can be full: nobody is paused for missing in a list of pairs.', {
      fields: [{ path: 'fullList', message: 'Leave it out for pairs.' }],
    });
  }
}

/** A full list would pause many people. */
export class TooManyPausesError extends DomainError {
  readonly code = 'imports.too-many-pauses';
  readonly kind = 'conflict';
  constructor(importId: string, { count, of, limit }: PauseCount) {
    super(
      `This list would pause ${count} of ${of} people because they are missing in it; without a confirmation at most ${limit} are paused. Look at who is missing, then either send a whole list or say confirmPauses: ${count}.`,
      { params: { importId, count, of, limit } },
    );
  }
}

/** A full list has rows of which nobody can say whom they mean, so nobody can say who is missing. */
export class RowsWithoutPersonError extends DomainError {
  readonly code = 'imports.rows-without-person';
  readonly kind = 'conflict';
  constructor(rows: readonly number[]) {
    super(
      `Nobody can say whom these rows mean, so somebody would be paused by mistake: correct the address or id in row ${rows.join(', ')} and send the list again.`,
      { params: { rows: rows.join(',') } },
    );
  }
}

/** Parts come while a list is still arriving. */
export class RosterNotReceivingError extends DomainError {
  readonly code = 'imports.not-receiving';
  readonly kind = 'conflict';
  constructor(state: string) {
    super(`This list is ${state} already and takes no more parts; begin a new one.`, { params: { state } });
  }
}

/** Parts of a list never arrived. */
export class RosterPartsMissingError extends DomainError {
  readonly code = 'imports.parts-missing';
  readonly kind = 'conflict';
  constructor(parts: number, received: readonly number[]) {
    super(
      `The list is to have the parts 1 to ${parts}, but these are here: ${received.join(', ') || 'none'}. Send what is missing, or say how many parts there are.`,
      { params: { parts, received: received.join(',') } },
    );
  }
}

/** The file is not there, or empty. */
export class ImportFileMissingError extends DomainError {
  readonly code = 'imports.file-missing';
  readonly kind = 'invalid';
  constructor() {
    super('Send a CSV or .xlsx file in the field "file".', {
      fields: [{ path: 'file', message: 'A file is needed.' }],
    });
  }
}
