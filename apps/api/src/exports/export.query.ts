import { ChoiceField } from '../dto/fields.js';

/** Query of every export. */
export class ExportQuery {
  @ChoiceField(['csv', 'json'], {
    optional: true,
    example: 'csv',
    description: 'A table for spreadsheets (default), or a list of objects',
  })
  format?: 'csv' | 'json';
}
