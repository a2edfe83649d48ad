import type { ProgramView } from '../application/program.view.js';
import { settingsOf } from '../settings/program-settings.js';
import type { ProgramEntity } from './program.entity.js';

/** A row as a view, with every setting filled in. */
export function toProgramView(row: ProgramEntity): ProgramView {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    timeZone: row.timeZone,
    state: row.state === 'archived' ? 'archived' : 'active',
    settings: settingsOf(row.settings),
    goalAreas: row.goalAreas,
    createdAt: row.createdAt,
    version: row.version,
  };
}
