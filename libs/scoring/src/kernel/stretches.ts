/** People of one side who lie together and are scored in one go. */
export interface Stretch {
  /** The first block, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** The first position, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** People in the stretches before this one. */
  readonly before: number;
}

/** As many people as fit into the nearest memory with all that is worked out about them. */
const MOST_TOGETHER = 8192;

/**
 * The stretches of those who are near enough to somebody on a clock of the other side, by that clock.
 *
 * Blocks go by whether people answered the questionnaire, then by clock; a stretch never mixes those who did with others.
 *
 * @param isNear whether two clocks may be paired
 * @param apart leaves every block by itself
 */
export function stretchesOf(
  { blockStart }: { readonly blockStart: Int32Array },
  clocks: number,
  isNear: (head: number, line: number) => boolean,
  apart: boolean,
): Stretch[][] {
  return Array.from({ length: clocks }, (_, head) => {
    const found: Stretch[] = [];
    let before = 0;
    let open: { first: number; from: number; to: number } | null = null;
    for (let block = 0; block <= 2 * clocks; block += 1) {
      const from = blockStart[block] ?? 0;
      const to = blockStart[block + 1] ?? from;
      const near = block < 2 * clocks && isNear(head, block % clocks);
      if (open !== null && (!near || block === clocks || apart || to - open.from > MOST_TOGETHER)) {
        found.push({ ...open, end: block, before });
        before += open.to - open.from;
        open = null;
      }
      if (from === to || !near) continue;
      if (open === null) open = { first: block, from, to };
      else open.to = to;
    }
    return found;
  });
}
