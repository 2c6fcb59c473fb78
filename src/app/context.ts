import type { Clock } from '../domain/clock.ts';
import { Database, type DatabaseOptions } from '../store/database.ts';

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
}

const machineClock: Clock = { nowMs: () => Date.now() };

/** Touches nothing yet: the database is opened by the first use-case that needs it. */
export function openContext({ session, clock = machineClock, name, ...options }: ContextOptions): AppContext {
  return { database: new Database(name, options), clock, session };
}
