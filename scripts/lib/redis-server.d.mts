/** The path of a `redis-server`, or undefined. */
export function findRedisServer(): string | undefined;

/** Installs Debian's package as root with apt; says whether it was tried and went well. */
export function installRedisServer(): Promise<boolean>;
