import type { Clock } from '../domain/clock.ts';
import { Database, type DatabaseOptions } from '../store/database.ts';
import { ready } from '../store/open.ts';

/** What every use-case is given. One for each page, and one for the background. */
export interface AppContext {
  readonly database: Database;
  readonly clock: Clock;
  /** This browser session's id: `session` grants and refusals end with it. */
  readonly session: string;
}

export interface ContextOptions extends DatabaseOptions {
  readonly session: string;
  /** The present, where it is not the machine's. */
  readonly clock?: Clock;
  /** The database's name. */
  readonly name?: string;
  /** One that is being opened already. */
  readonly database?: Database;
}

const machineClock: Clock = { nowMs: () => Date.now() };

/**
 * Opens the database before anybody asks for it: the background does, since whoever woke it is about to.
 * Should that fail, the first use-case tries again, and tells.
 */
export function openDatabase({
  name,
  ...options
}: Omit<ContextOptions, 'session' | 'clock' | 'database'> = {}): Database {
  const database = new Database(name, options);
  ready(database).catch(() => undefined);
  return database;
}

/** Touches nothing yet: the database is opened by the first use-case that needs it. */
export function openContext({ session, clock = machineClock, name, database, ...options }: ContextOptions): AppContext {
  return { database: database ?? new Database(name, options), clock, session };
}
