import type { ProgramRole } from '../program-actor.js';

/** Something that somebody did, as admins and those whom it concerns read it. */
export interface AuditEntryView {
  readonly id: string;
  readonly at: Date;
  /** Name of an account that is gone: empty. */
  readonly actor: { readonly accountId: string; readonly name: string; readonly role: ProgramRole };
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly onBehalfOf: AuditPerson | null;
  readonly about: readonly AuditPerson[];
  readonly fields: readonly string[];
}

/** Somebody of the program; the name is empty once they are gone. */
export interface AuditPerson {
  readonly participationId: string;
  readonly name: string;
}
