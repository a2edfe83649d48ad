import type { EntityClass } from '#database';
import * as accounts from '#accounts/entities';
import * as http from '#http/entities';
import * as matching from '#matching/entities';
import * as mentorships from '#mentorships/entities';
import * as notifications from '#notifications/entities';
import * as outbox from '#outbox/entities';
import * as profiles from '#profiles/entities';
import * as programs from '#programs/entities';
import * as sessions from '#sessions/entities';

/** Every table. Each process registers all of them, because foreign keys across features are resolved by name. */
export const allEntities: readonly EntityClass[] = [
  outbox,
  http,
  accounts,
  programs,
  profiles,
  mentorships,
  matching,
  sessions,
  notifications,
].flatMap((feature) => Object.values(feature) as EntityClass[]);
