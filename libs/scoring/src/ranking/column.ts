/** A number for each slot; grows as slots are written. */
export class Column {
  private cells = new Int32Array(64);

  /** The numbers; slots that were never written hold 0. Longer than what is in use, and another array once it grew. */
  get values(): Int32Array {
    return this.cells;
  }

  set(slot: number, value: number): void {
    if (slot >= this.cells.length) {
      const wider = new Int32Array(Math.max(2 * this.cells.length, slot + 1));
      wider.set(this.cells);
      this.cells = wider;
    }
    this.cells[slot] = value;
  }
}
