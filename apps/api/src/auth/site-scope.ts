import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { UUID } from './uuid.js';

/** Whether a thing concerns somebody of a site: a condition on id `$2` in program `$1` for site `$3`, by its parameter. */
const OF_SITE: Readonly<Record<string, string>> = {
  participationId: `SELECT 1 FROM participation p WHERE p.program_id = $1 AND p.id = $2 AND p.site = $3`,
  mentorshipId: `SELECT 1 FROM mentorship m JOIN participation p ON p.id IN (m.mentor_id, m.mentee_id)
    WHERE m.program_id = $1 AND m.id = $2 AND p.site = $3`,
  requestId: `SELECT 1 FROM request r JOIN participation p ON p.id IN (r.mentor_id, r.mentee_id)
    WHERE r.program_id = $1 AND r.id = $2 AND p.site = $3`,
  sessionId: `SELECT 1 FROM session s JOIN mentorship m ON m.id = s.mentorship_id
    JOIN participation p ON p.id IN (m.mentor_id, m.mentee_id)
    WHERE s.program_id = $1 AND s.id = $2 AND p.site = $3`,
  deliveryId: `SELECT 1 FROM delivery d JOIN participation p ON p.program_id = d.program_id AND p.account_id = d.account_id
    WHERE d.program_id = $1 AND d.id = $2 AND p.site = $3`,
};

/** Which things a coordinator reaches who is limited to a site. */
@Injectable()
export class SiteScope {
  constructor(private readonly db: Database) {}

  /** Whether everything that the request names, in its path or as whom it stands in for, concerns somebody of the site. */
  async reaches(request: Pick<Request, 'params' | 'headers'>, site: string): Promise<boolean> {
    const { programId = '', ...named } = request.params as Readonly<Record<string, string>>;
    const standsInFor = request.headers['on-behalf-of'];
    const things = Object.entries(named);
    if (typeof standsInFor === 'string') things.push(['participationId', standsInFor]);
    for (const [name, id] of things) {
      const ofSite = OF_SITE[name];
      // What nobody has said how to narrow is out of reach.
      if (ofSite === undefined || !UUID.test(id)) return false;
      const found = await this.db.query(`${ofSite} LIMIT 1`, [programId, id, site]);
      if (found.length === 0) return false;
    }
    return true;
  }
}
