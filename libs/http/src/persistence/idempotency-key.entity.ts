import { InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '#database';
import { Entity, PrimaryColumn } from 'typeorm';

/** The answer given to a creating request, so that its repetition gets the same one. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  /** Whose key it is: an account, or `anonymous`. */
  @PrimaryColumn('text') owner!: string;
  @PrimaryColumn('text') key!: string;
  @RefColumn() requestId!: string;
  /** SHA-256 of method, path and body. */
  @TextColumn() fingerprint!: string;
  /** Null while the first request is under way. */
  @IntColumn({ nullable: true }) status!: number | null;
  @JsonColumn({ nullable: true }) body!: unknown;
  @JsonColumn({ default: {} }) headers!: Record<string, string>;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
}
