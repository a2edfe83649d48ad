import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/** Primary key: a UUID made in code. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn('uuid');

/** A UUID that refers to something. */
export const RefColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('uuid', options);

/** An instant (`timestamptz`). */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('timestamptz', options);

/** Text. */
export const TextColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('text', options);

/** A whole number. */
export const IntColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('integer', options);

/** A truth value. */
export const BoolColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('boolean', options);

/** A document (`jsonb`). */
export const JsonColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('jsonb', options);

/** Number of the row's version, for `ETag` and `If-Match`; raised by each edit. */
export const VersionColumn = (): PropertyDecorator => Column('integer', { default: 1 });
