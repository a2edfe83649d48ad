/** Longest note of a request, in characters. */
export const REQUEST_NOTE_MAX = 600;
/** Longest question of a mentor, answer of a mentee, or reason for a no, in characters. */
export const REQUEST_TEXT_MAX = 600;
/** Drafts that one mentee may keep. */
export const REQUEST_DRAFTS_MAX = 20;
/** States in which a request is under way; drafts are the mentee's alone. */
export const OPEN_REQUEST_STATES: readonly string[] = ['queued', 'awaiting_admin', 'pending'];
