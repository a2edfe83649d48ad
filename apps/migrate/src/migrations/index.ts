import { InitialSchema1795300000000 } from './1795300000000-initial-schema.js';

/** Every migration, oldest first. */
export const migrations: (new () => object)[] = [InitialSchema1795300000000];
