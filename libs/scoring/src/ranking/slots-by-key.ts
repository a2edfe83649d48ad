/** Slots that are found by a key. */
export class SlotsByKey {
  private readonly known = new Map<string, Set<number>>();

  add(key: string | null | undefined, slot: number): void {
    if (key === null || key === undefined || key === '') return;
    const slots = this.known.get(key);
    if (slots === undefined) this.known.set(key, new Set([slot]));
    else slots.add(slot);
  }

  delete(key: string | null | undefined, slot: number): void {
    if (key === null || key === undefined) return;
    const slots = this.known.get(key);
    slots?.delete(slot);
    if (slots?.size === 0) this.known.delete(key);
  }

  of(key: string | null | undefined): Iterable<number> {
    return (key === null || key === undefined ? undefined : this.known.get(key)) ?? [];
  }
}
