import type { DBCore, DBCoreTable, Middleware } from 'dexie';

/**
 * Firefox commits what a transaction has written so far when its page goes away between two of its steps: with the page
 * goes the code that would take the next step, and a transaction without a next step is taken for a finished one. So each
 * step of one that has begun to write is followed by a request that must fail. While the page lives it looks away; when
 * nobody is left to look away, the failure undoes everything. (Workers, and Chromium, undo it by themselves.)
 */
export const wholeOrNothing: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'whole-or-nothing',
  level: -10, // nothing between it and the browser
  create: (core) => ({ ...core, table: (name) => guarded(core.table(name)) }),
};

/** Whether this is a page whose browser leaves transactions half done. */
export function mayCommitHalf(): boolean {
  return 'InternalError' in globalThis && 'document' in globalThis;
}

/** Those that have put the clock, as every change does first: to add it once more must fail. */
const begun = new WeakSet<IDBTransaction>();

function guarded(table: DBCoreTable): DBCoreTable {
  const step =
    <Request extends { trans: unknown }, Result>(run: (request: Request) => Result) =>
    (request: Request): Result => {
      const result = run(request);
      guard(request.trans as IDBTransaction);
      return result;
    };
  return {
    ...table,
    mutate: step((request) => {
      const result = table.mutate(request);
      if (table.name === 'meta' && request.type === 'put') {
        begun.add(request.trans as IDBTransaction);
      }
      return result;
    }),
    get: step((request) => table.get(request)),
    getMany: step((request) => table.getMany(request)),
    query: step((request) => table.query(request)),
    count: step((request) => table.count(request)),
  };
}

function guard(transaction: IDBTransaction): void {
  if (!begun.has(transaction)) {
    return;
  }
  try {
    const request = transaction.objectStore('meta').add({ key: 'clock' });
    request.onerror = (event) => {
      event.preventDefault();
      event.stopPropagation();
    };
  } catch (thrown) {
    // It was aborted meanwhile: whoever waits for the step hears that from the step.
    console.debug(thrown);
  }
}
