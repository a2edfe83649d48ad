import { InstantColumn, TextColumn } from '#database';
import { Entity, PrimaryColumn } from 'typeorm';

/** An address that a mail server refused for good. */
@Entity('suppressed_address')
export class SuppressedAddressEntity {
  @PrimaryColumn('text') email!: string;
  @TextColumn() reason!: string;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
}
