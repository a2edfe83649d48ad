import type { GroupStage } from './group-stage.js';
import { addLanes, fillLanes, fillTwoLanes, joinLanes } from './lanes.js';
import type { Lanes } from './lanes.js';

/** Fills the words from one to another with what all groups give together with one person. */
export type LaneStage = (head: number, lanes: Lanes, from: number, to: number) => void;

/** Adds up the groups. */
export function laneStage(groups: readonly GroupStage[]): LaneStage {
  // Plain sums hold as long as only one group may exclude.
  const add = groups.filter(({ excludes }) => excludes).length > 1 ? joinLanes : addLanes;
  const [first, second] = groups;
  const plain = add === addLanes;
  const rest = plain ? groups.slice(2) : groups.slice(1);
  return (head, lanes, from, to) => {
    if (first === undefined) {
      lanes.fill(0, from, to);
      return;
    }
    const start = first.locate(head, from, to);
    if (plain && second !== undefined) {
      fillTwoLanes(lanes, first.lanes, start, second.lanes, second.locate(head, from, to), from, to);
    } else fillLanes(lanes, first.lanes, start, from, to);
    for (const group of rest) add(lanes, group.lanes, group.locate(head, from, to), from, to);
  };
}
