import { type Actor, DeviceQueries } from '#accounts';
import { NotAllowedError, NotFoundError, NotSignedInError, POLICY, type Policy } from '#http';
import { LIVE_STATES, MembershipQueries, type ProgramActor } from '#programs';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { AccessTokens } from './access-tokens.js';

/** A request after the guard: whoever asks, and inside a program their participations. */
export type GuardedRequest = Request & { user?: Actor; programActor?: ProgramActor };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Lets nobody through unless the route's stated policy does; a route without one is closed to all. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly memberships: MembershipQueries,
    private readonly devices: DeviceQueries,
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
    if (policy.kind === 'program') request.programActor = await this.enterProgram(policy, actor, request);
    return true;
  }

  /** An access token outlives the device by minutes; whoever stole it must not. @throws NotSignedInError */
  private async refuseSignedOut(actor: Actor): Promise<void> {
    if (await this.devices.isSignedOut(actor.deviceId)) throw new NotSignedInError();
  }

  private async enterProgram(
    policy: Policy & { kind: 'program' },
    actor: Actor,
    request: Request,
  ): Promise<ProgramActor> {
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
    const fitting = participations.filter(
      (own) => policy.roles.includes(own.role) && (!policy.live || LIVE_STATES.includes(own.state)),
    );
    if (fitting.length === 0) throw new NotAllowedError();
    return { ...actor, programId, participations };
  }
}
