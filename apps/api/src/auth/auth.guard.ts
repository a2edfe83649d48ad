import { type Actor, DeviceQueries } from '#accounts';
import { BY_SITE, NotAllowedError, NotFoundError, NotSignedInError, POLICY, type Policy } from '#http';
import {
  LIVE_STATES,
  MembershipQueries,
  type OwnParticipation,
  type ProgramActor,
  siteLimitOf,
} from '#programs';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { AccessTokens } from './access-tokens.js';
import { SiteScope } from './site-scope.js';
import { UUID } from './uuid.js';

/** A request after the guard: whoever asks, and inside a program their participations. */
export type GuardedRequest = Request & { user?: Actor; programActor?: ProgramActor };

type ProgramPolicy = Policy & { kind: 'program' };

/** Lets nobody through unless the route's stated policy does; a route without one is closed to all. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly memberships: MembershipQueries,
    private readonly devices: DeviceQueries,
    private readonly sites: SiteScope,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (policy === undefined) throw new NotAllowedError('This route is closed.');
    if (policy.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const actor = await this.tokens.read(request.headers.authorization);
    if (actor === null) throw new NotSignedInError();
    request.user = actor;
    if (policy.kind !== 'program') await this.refuseSignedOut(actor);
    if (policy.kind === 'program') {
      const member = await this.enterProgram(policy, actor, request);
      const bySite = this.reflector.getAllAndOverride<boolean | undefined>(BY_SITE, [
        context.getHandler(),
        context.getClass(),
      ]);
      request.programActor = await this.narrow(member, policy, bySite === true, request);
    }
    return true;
  }

  /** An access token outlives the device by minutes; whoever stole it must not. @throws NotSignedInError */
  private async refuseSignedOut(actor: Actor): Promise<void> {
    if (await this.devices.isSignedOut(actor.deviceId)) throw new NotSignedInError();
  }

  private async enterProgram(policy: ProgramPolicy, actor: Actor, request: Request): Promise<ProgramActor> {
    const { programId } = request.params;
    if (typeof programId !== 'string' || !UUID.test(programId)) {
      await this.refuseSignedOut(actor);
      throw new NotFoundError('This program');
    }
    const participations = await this.memberships.listOwnOfDevice(programId, actor);
    if (participations.length === 0) {
      await this.refuseSignedOut(actor);
      throw new NotFoundError('This program');
    }
    if (!participations.some((own) => fits(own, policy))) throw new NotAllowedError();
    return { ...actor, programId, participations };
  }

  /**
   * Narrows a call of a coordinator who is limited to a site. What they may do in another role they still may.
   *
   * @throws NotAllowedError for what concerns the whole program, NotFoundError for what is of another site
   */
  private async narrow(
    member: ProgramActor,
    policy: ProgramPolicy,
    bySite: boolean,
    request: Request,
  ): Promise<ProgramActor> {
    const site = siteLimitOf(member);
    if (site === null) return member;
    if (bySite && (await this.sites.reaches(request, site))) return { ...member, site };
    if (member.participations.some((part) => part.role !== 'coordinator' && fits(part, policy)))
      return member;
    // What is open to every member is open to them too; of people, themselves.
    const { participationId } = request.params;
    const oneself = member.participations.some(({ id }) => id === participationId);
    if (!policy.live && (!bySite || oneself)) return member;
    throw bySite
      ? new NotFoundError()
      : new NotAllowedError('You see to one site; this concerns the whole program.');
  }
}

function fits(own: OwnParticipation, policy: ProgramPolicy): boolean {
  return policy.roles.includes(own.role) && (!policy.live || LIVE_STATES.includes(own.state));
}
