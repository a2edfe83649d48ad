import type { ProgramRole } from '../program-actor.js';

/** An entry with the names of those whom it names. */
export interface AuditEntryRow {
  id: string;
  at: Date;
  actor_id: string;
  actor_name: string | null;
  role: ProgramRole;
  action: string;
  subject_kind: string;
  subject_id: string;
  on_behalf_of: string | null;
  about: string[];
  fields: string[];
  /** By participation. */
  people: Record<string, { name: string; site: string | null }>;
}
