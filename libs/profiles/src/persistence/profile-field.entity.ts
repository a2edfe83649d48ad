import {
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '#database';
import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';

/** A field that a program adds to its profiles; values are in `profile.fields`, by key. */
@Entity('profile_field')
@Unique('profile_field_key_key', ['programId', 'key'])
@Check('profile_field_kind_known', `kind IN ('text', 'number', 'choice', 'multi-choice', 'date')`)
@Check('profile_field_asked_of_known', `asked_of IN ('mentee', 'mentor', 'both')`)
@Check('profile_field_visible_to_known', `visible_to IN ('everybody', 'admins')`)
export class ProfileFieldEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  /** Never changes: values, rules and columns of files go by it. */
  @TextColumn() key!: string;
  @TextColumn() label!: string;
  @TextColumn() kind!: string;
  /** What can be chosen, in order; empty for other kinds. */
  @JsonColumn({ default: [] }) options!: string[];
  @TextColumn({ default: 'both' }) askedOf!: string;
  @Column('boolean', { default: false }) required!: boolean;
  @TextColumn({ default: 'everybody' }) visibleTo!: string;
  /** Place in forms; those with the same place go by age. */
  @IntColumn({ default: 0 }) position!: number;
  /** Numbers so far apart have nothing in common in a score. */
  @IntColumn({ nullable: true }) scale!: number | null;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @VersionColumn() version!: number;
}
