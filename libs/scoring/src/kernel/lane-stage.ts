import type { GroupStage } from './group-stage.js';
import { addLanes, fillLanes, fillThreeLanes, joinLanes } from './lanes.js';
import type { Lanes } from './lanes.js';

/** Fills the words from one to another with what all groups give together with one person. */
export type LaneStage = (head: number, lanes: Lanes, from: number, to: number) => void;

/** Adds up the groups. */
export function laneStage(groups: readonly GroupStage[]): LaneStage {
  // Plain sums hold as long as only one group may exclude.
  if (groups.filter(({ excludes }) => excludes).length > 1) return joined(groups);
  const direct = groups.find(({ write }) => write !== null);
  const others = groups.filter((group) => group !== direct);
  return direct?.write ? added(direct.write, others) : summed(others);
}

function joined(groups: readonly GroupStage[]): LaneStage {
  return (head, lanes, from, to) => {
    lanes.fill(0, from, to);
    for (const { lanes: own, locate } of groups) joinLanes(lanes, own, locate(head, from, to), from, to);
  };
}

/** One group writes, two at a time of the others are added. */
function added(write: LaneStage, groups: readonly GroupStage[]): LaneStage {
  return (head, lanes, from, to) => {
    write(head, lanes, from, to);
    addFrom(0, groups, head, lanes, from, to);
  };
}

function summed(groups: readonly GroupStage[]): LaneStage {
  const [first, second, third] = groups;
  return (head, lanes, from, to) => {
    if (first === undefined) {
      lanes.fill(0, from, to);
      return;
    }
    const a = first.locate(head, from, to);
    if (second === undefined || third === undefined) {
      fillLanes(lanes, first.lanes, a, from, to);
      addFrom(1, groups, head, lanes, from, to);
      return;
    }
    const b = second.locate(head, from, to);
    const c = third.locate(head, from, to);
    fillThreeLanes(lanes, first.lanes, a, second.lanes, b, third.lanes, c, from, to);
    addFrom(3, groups, head, lanes, from, to);
  };
}

function addFrom(
  start: number,
  groups: readonly GroupStage[],
  head: number,
  lanes: Lanes,
  from: number,
  to: number,
): void {
  for (let k = start; k < groups.length; k += 2) {
    const one = groups[k];
    const two = groups[k + 1];
    if (one === undefined) return;
    const a = one.locate(head, from, to);
    if (two === undefined) {
      addLanes(lanes, one.lanes, a, from, to);
    } else {
      const b = two.locate(head, from, to);
      fillThreeLanes(lanes, lanes, 0, one.lanes, a, two.lanes, b, from, to);
    }
  }
}
