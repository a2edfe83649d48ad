import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  QueryFailedError,
  type Repository,
} from 'typeorm';

/** Serialization failure and deadlock: the whole transaction may simply be run again. */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

/** The SQLSTATE of a failed query, or null for any other error. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code } = error.driverError as { code?: unknown };
  return typeof code === 'string' ? code : null;
}

/** The name of the constraint that a failed query violated, or null. */
export function constraintOf(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { constraint } = error.driverError as { constraint?: unknown };
  return typeof constraint === 'string' ? constraint : null;
}

/**
 * The door to PostgreSQL. Inside `transaction` every repository of the same call chain works in that transaction, so
 * nobody can leave it by forgetting to hand a parameter on.
 */
@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly dataSource: DataSource) {}

  /** The manager of the running transaction, or of the pool outside one. */
  get manager(): EntityManager {
    return this.current.getStore() ?? this.dataSource.manager;
  }

  /** A repository bound to the running transaction. */
  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** Runs SQL with numbered parameters; rows as the driver gives them (`UPDATE … RETURNING` included). */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, [...parameters]);
    // For UPDATE and DELETE the driver of TypeORM answers [rows, count].
    if (
      Array.isArray(result) &&
      result.length === 2 &&
      Array.isArray(result[0]) &&
      typeof result[1] === 'number'
    )
      return result[0] as Row[];
    return result as Row[];
  }

  /**
   * Runs the work in one transaction; a nested call joins the running one. A deadlock or serialization failure
   * restarts the whole work, so it must hold no side effect outside the database.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore() !== undefined) return work();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction((manager) => this.current.run(manager, work));
      } catch (error) {
        const state = sqlStateOf(error);
        if (state === null || !RETRYABLE.has(state) || attempt >= ATTEMPTS) throw error;
      }
    }
  }

  /**
   * Like `transaction`, but inside a running one the work gets a savepoint: when it fails, what came before it stays
   * and the running transaction can go on.
   */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const running = this.current.getStore();
    if (running === undefined) return this.transaction(work);
    return running.transaction((manager) => this.current.run(manager, work));
  }
}
