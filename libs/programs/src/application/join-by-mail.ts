import { FindOrCreateAccounts, RequestAccountLink } from '#accounts';
import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { InvitationForOtherAddressError } from '../programs.errors.js';
import { AcceptInvitation } from './accept-invitation.js';
import { InvitationQueries } from './invitation.queries.js';
import type { ParticipationView } from './participation.view.js';
import { ProgramQueries } from './program.queries.js';

/** Joins by the link of an invitation mail without signing in; signing in follows by a link of its own. */
@Injectable()
export class JoinByMail {
  constructor(
    private readonly db: Database,
    private readonly invitations: InvitationQueries,
    private readonly programs: ProgramQueries,
    private readonly accounts: FindOrCreateAccounts,
    private readonly accept: AcceptInvitation,
    private readonly requestLink: RequestAccountLink,
  ) {}

  /**
   * @throws InvitationForOtherAddressError for a link that may be handed on: it proves nobody's address
   * @throws InvitationUnknownError, InvitationRevokedError, InvitationUsedError, InvitationExpiredError
   */
  async execute(input: { readonly token: string }): Promise<ParticipationView> {
    const offer = await this.invitations.getOffer(input.token);
    const { email } = offer;
    if (email === null) throw new InvitationForOtherAddressError();
    const { timeZone } = await this.programs.getById(offer.programId);
    const participation = await this.db.transaction(async () => {
      const ids = await this.accounts.execute([{ email, name: nameOf(email), timeZone }]);
      const accountId = ids.get(email) ?? '';
      return this.accept.execute({ token: input.token, readInMailbox: true }, { accountId });
    });
    await this.requestLink.execute({ kind: 'signIn', email, from: null });
    return participation;
  }
}

/** What somebody is called until they say it themselves: `ada.lovelace@…` is Ada Lovelace. */
function nameOf(email: string): string {
  const words = email
    .slice(0, email.lastIndexOf('@'))
    .replace(/\+.*$/, '')
    .split(/[._-]+/)
    .filter((word) => /\p{L}/u.test(word));
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
  return name === '' ? email : name.slice(0, 120);
}
