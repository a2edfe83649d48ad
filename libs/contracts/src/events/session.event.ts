/** Events about sessions; `version` is the session's when the event was written, so that a dead one is never mailed. */
export interface SessionEvents {
  'session.booked.v1': { sessionId: string; version: number };
  'session.moved.v1': { sessionId: string; version: number };
  'session.cancelled.v1': { sessionId: string; version: number };
  /** Due `leadMinutes` before the session starts. */
  'session.reminder-due.v1': { sessionId: string; version: number; leadMinutes: number };
}
