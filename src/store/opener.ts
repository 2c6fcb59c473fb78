/** Dexie meets a database of a version that it was not told of, and would open it as it is. */
export class OtherVersion extends Error {
  override name = 'OtherVersion';
}

/**
 * The browser's databases as Dexie is given them: it may open one only by naming the version. Where what is there has a
 * higher one, Dexie opens without a number, changes what it misses and goes on; here it is stopped.
 *
 * To look at the version first (`databases()`) would cost every waking background a round.
 */
export class Opener {
  readonly factory: IDBFactory;
  /** The next opening may be of any version: whoever says so has looked. */
  mayBeOther = false;

  constructor(factory: IDBFactory) {
    this.factory = factory;
  }

  open(name: string, version?: number): IDBOpenDBRequest {
    const isAllowed = version !== undefined || this.mayBeOther;
    this.mayBeOther &&= version !== undefined;
    if (!isAllowed) {
      throw new OtherVersion();
    }
    return this.factory.open(name, version);
  }

  deleteDatabase(name: string): IDBOpenDBRequest {
    return this.factory.deleteDatabase(name);
  }

  databases(): Promise<IDBDatabaseInfo[]> {
    return this.factory.databases();
  }

  cmp(first: unknown, second: unknown): number {
    return this.factory.cmp(first, second);
  }
}
