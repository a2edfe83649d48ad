import { compareIds } from './compare-ids.js';

/** Code units of an id that fit into a key, by the bits that each takes: a key has less than 53 bits. */
const FORMS = [
  { bits: 7, units: 7 },
  { bits: 16, units: 3 },
] as const;

/**
 * Places of ids in order, see {@link compareIds}. Numbers are compared in the place of texts: of each id the few code units
 * that follow what all ids begin with.
 */
export function idOrder(ids: readonly string[]): Int32Array {
  const keys = keysOf(ids);
  const order = Int32Array.from(keys, (_, at) => at);
  return order.sort(
    (a, b) => (keys[a] as number) - (keys[b] as number) || compareIds(ids[a] as string, ids[b] as string),
  );
}

function keysOf(ids: readonly string[]): Float64Array {
  const start = commonStart(ids);
  const keys = new Float64Array(ids.length);
  for (const { bits, units } of FORMS) {
    let fits = true;
    for (let at = 0; at < ids.length && fits; at++) {
      const id = ids[at] as string;
      let key = 0;
      for (let unit = start; unit < start + units; unit++) {
        // An id that ends here comes before all that go on.
        const code = unit < id.length ? id.charCodeAt(unit) : 0;
        fits &&= code < 2 ** bits;
        key = key * 2 ** bits + code;
      }
      keys[at] = key;
    }
    if (fits) break;
  }
  return keys;
}

/** How many code units all ids have in common at their start. */
function commonStart(ids: readonly string[]): number {
  const [first = ''] = ids;
  let common = first.length;
  for (const id of ids) {
    let at = 0;
    while (at < common && first.charCodeAt(at) === id.charCodeAt(at)) at++;
    common = at;
  }
  return common;
}
