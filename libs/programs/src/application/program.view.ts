import type { ProgramSettings } from '../settings/program-settings.js';

/** An entry of a program's list of goal areas. */
export interface GoalArea {
  /** Lower case letters, digits and `_`. */
  readonly key: string;
  readonly label: string;
}

/** A program as other features and the API see it. */
export interface ProgramView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** IANA name of the zone in which its days begin. */
  readonly timeZone: string;
  readonly state: 'active' | 'archived';
  readonly settings: ProgramSettings;
  readonly goalAreas: readonly GoalArea[];
  readonly createdAt: Date;
  readonly version: number;
}
