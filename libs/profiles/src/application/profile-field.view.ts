import type { FieldKind } from '#scoring';

/** Of whom a field is asked. */
export const ASKED_OF = ['mentee', 'mentor', 'both'] as const;
export type AskedOf = (typeof ASKED_OF)[number];

/** Who reads what others put in. */
export const VISIBLE_TO = ['everybody', 'admins'] as const;
export type VisibleTo = (typeof VISIBLE_TO)[number];

/** A field that a program adds to its profiles. */
export interface ProfileFieldView {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly options: readonly string[];
  readonly askedOf: AskedOf;
  readonly required: boolean;
  readonly visibleTo: VisibleTo;
  readonly position: number;
  /** Of numbers: so far apart they have nothing in common in a score. */
  readonly scale: number | null;
  readonly version: number;
}

/** A field as somebody defines it. Right in form, unchecked in meaning. */
export interface ProfileFieldInput {
  /** Made of the label when missing. */
  readonly key?: string | undefined;
  readonly label: string;
  readonly kind: string;
  readonly options?: readonly string[] | undefined;
  readonly askedOf?: string | undefined;
  readonly required?: boolean | undefined;
  readonly visibleTo?: string | undefined;
  readonly position?: number | undefined;
  readonly scale?: number | null | undefined;
}

/** Changes of a field: key and kind stay for good. */
export type ProfileFieldChanges = Partial<Omit<ProfileFieldInput, 'key' | 'kind'>>;
