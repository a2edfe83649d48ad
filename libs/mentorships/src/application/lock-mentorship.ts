import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { MentorshipUnknownError } from '../mentorships.errors.js';
import type { MentorshipRow } from '../persistence/mentorship.rows.js';

/** Locks one mentorship for the rest of the transaction. */
@Injectable()
export class LockMentorship {
  constructor(private readonly db: Database) {}

  /**
   * @param ref `programId` is null when the permission names the mentorship itself, as a link by mail does
   * @throws MentorshipUnknownError
   */
  async execute(ref: {
    readonly mentorshipId: string;
    readonly programId: string | null;
  }): Promise<MentorshipRow> {
    const [row] = await this.db.query<MentorshipRow>(
      `SELECT m.id, m.program_id, m.mentor_id, m.mentee_id, m.state, m.version,
         mentor.account_id AS mentor_account_id, mentee.account_id AS mentee_account_id
       FROM mentorship m JOIN participation mentor ON mentor.id = m.mentor_id
       JOIN participation mentee ON mentee.id = m.mentee_id
       WHERE m.id = $1 AND ($2::uuid IS NULL OR m.program_id = $2) FOR UPDATE OF m`,
      [ref.mentorshipId, ref.programId],
    );
    if (row === undefined) throw new MentorshipUnknownError();
    return row;
  }
}
