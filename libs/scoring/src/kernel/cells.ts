/** Added for a rule that forbids the pair; several of them and every point still fit into 32 bits. */
export const NEVER = -(2 ** 27);

/** Added at least once for common ground; points stay below it. */
export const GROUND = 2 ** 14;

/** How a half word says that a rule forbids the pair; points and one `GROUND` lie below. */
export const NEVER_BIT = 2 ** 15;

/** A sum of cells in a half word. */
export const halfWordOf = (sum: number): number => (sum < 0 ? NEVER_BIT : sum);
