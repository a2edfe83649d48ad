import type { Actor } from '#accounts';
import { AuthConfig } from '#config';
import { Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

const ISSUER = 'rapport';
const ALGORITHM = 'HS256';

/** Claims of an access token: the account and the signed-in device. */
interface Claims {
  readonly sub: string;
  readonly fam: string;
}

/** Short-lived access tokens (JWT, RFC 7519), signed with the server key. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly config: AuthConfig,
    private readonly ids: Ids,
  ) {}

  /** A token for the actor, and its life in seconds. */
  async sign(actor: Actor): Promise<{ token: string; expiresIn: number }> {
    const expiresIn = this.config.accessTokenMinutes * 60;
    const claims: Claims = { sub: actor.accountId, fam: actor.deviceId };
    const token = await this.jwt.signAsync(claims, {
      algorithm: ALGORITHM,
      issuer: ISSUER,
      audience: ISSUER,
      expiresIn,
      jwtid: this.ids.next(),
    });
    return { token, expiresIn };
  }

  /** The actor of an `Authorization` header, or null when it is missing, forged or expired. */
  async read(header: string | undefined): Promise<Actor | null> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header ?? '')?.[1];
    if (token === undefined) return null;
    try {
      const claims = await this.jwt.verifyAsync<Claims>(token, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: ISSUER,
      });
      return { accountId: claims.sub, deviceId: claims.fam };
    } catch {
      // Forged, expired or not for us: one answer for all.
      return null;
    }
  }
}
