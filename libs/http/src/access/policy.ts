import { SetMetadata } from '@nestjs/common';

/** Roles of a participation, as a policy names them. */
export type PolicyRole = 'mentee' | 'mentor' | 'owner' | 'coordinator' | 'sponsor';

/**
 * Who may call a route:
 * - `public`: anybody, also without signing in
 * - `account`: anybody signed in
 * - `program`: a member of the program in the path, in one of the roles; others get a 404, other roles a 403.
 *   With `live`, only while the participation is approved, active or paused.
 */
export type Policy =
  | { readonly kind: 'public' }
  | { readonly kind: 'account' }
  | { readonly kind: 'program'; readonly roles: readonly PolicyRole[]; readonly live: boolean };

/** Metadata key of a route's policy. */
export const POLICY = Symbol('POLICY');

/** Anybody may call it. */
export const Public = (): MethodDecorator & ClassDecorator =>
  SetMetadata(POLICY, { kind: 'public' } satisfies Policy);

/** Anybody signed in may call it; what they see is theirs alone. */
export const SignedIn = (): MethodDecorator & ClassDecorator =>
  SetMetadata(POLICY, { kind: 'account' } satisfies Policy);

/** Members of the program in the path, in one of these roles, who take part at present. */
export const Roles = (...roles: readonly PolicyRole[]): MethodDecorator & ClassDecorator =>
  SetMetadata(POLICY, { kind: 'program', roles, live: true } satisfies Policy);

/** Metadata key: coordinators who are limited to a site may call the route too. */
export const BY_SITE = Symbol('BY_SITE');

/**
 * Coordinators who are limited to a site may call it: what its path names must concern somebody of that site, and a list
 * shows no more than it. Without this they may not, in that role.
 */
export const BySite = (): MethodDecorator & ClassDecorator => SetMetadata(BY_SITE, true);

/** Members in any state: invited, applied or gone too. */
export const AnyMember = (): MethodDecorator & ClassDecorator =>
  SetMetadata(POLICY, {
    kind: 'program',
    roles: ['mentee', 'mentor', 'owner', 'coordinator', 'sponsor'],
    live: false,
  } satisfies Policy);
