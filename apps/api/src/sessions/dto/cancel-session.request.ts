import { ReasonField } from './fields.js';

/** How a session is cancelled. */
export class CancelSessionRequest {
  @ReasonField() reason?: string;
}
