/** Events about people entering a program, and about imports into it. */
export interface ProgramEvents {
  'participation.invited.v1': { invitationId: string };
  'participation.applied.v1': { participationId: string };
  'participation.approved.v1': { participationId: string };
  'participation.declined.v1': { participationId: string };
  /** An admin brought somebody in; they get the privacy notice before anybody else hears of them. */
  'participation.imported.v1': { participationId: string };
  /** Somebody pauses or has left: nobody may wait for them any longer. */
  'participation.stopped.v1': { participationId: string };
  /** An admin did something in somebody's place. */
  'participation.acted-for.v1': { entryId: string };
  'import.requested.v1': { importId: string };
}
