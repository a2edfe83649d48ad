import { DomainError } from '#kernel';

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
