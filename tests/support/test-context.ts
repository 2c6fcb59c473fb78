import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import { type AppContext, openContext } from '../../src/app/context.ts';

/** A clock that the test moves: starts at 2026-01-02T03:04:05.000Z. */
export class TestClock {
  ms = Date.UTC(2026, 0, 2, 3, 4, 5);

  nowMs(): number {
    return this.ms;
  }

  advance(ms: number): void {
    this.ms += ms;
  }
}

export interface TestContext extends AppContext {
  readonly clock: TestClock;
  readonly indexedDB: IDBFactory;
  /** The same data in another page, another browser session or after a restart. */
  reopen(options?: { session?: string }): TestContext;
}

/** A context over an empty database in memory, closed when the test is over. */
export function testContext(): TestContext {
  return contextOver(new IDBFactory(), new TestClock(), 'session-1');
}

function contextOver(indexedDB: IDBFactory, clock: TestClock, session: string): TestContext {
  const context = openContext({ session, clock, indexedDB, IDBKeyRange });
  onTestFinished(() => {
    context.database.close();
  });
  return {
    ...context,
    clock,
    indexedDB,
    reopen: (options = {}) => contextOver(indexedDB, clock, options.session ?? session),
  };
}
