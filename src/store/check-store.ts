import type { ItemId } from '../domain/ids.ts';
import { isLiveIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import { isLive } from '../domain/rating.ts';
import { isLiveSource } from '../domain/source-record.ts';
import { checkRequests } from './check-requests.ts';
import { eachRow as each } from './each-row.ts';
import type { RowSource } from './row-chunks.ts';
import type { Merge, Tally } from './rows.ts';
import type { ProblemCode, StoreProblem } from './store-problem.ts';
import type { TableName } from './table-name.ts';
import { TallyCounter } from './tally.ts';

/** The tables that {@link checkStore} reads of the person's own records. */
export const CHECKED_TABLES = [
  'items',
  'identifiers',
  'ratings',
  'versions',
  'merges',
  'sourceRecords',
  'intentions',
  'refusedJoins',
  'requests',
  'requestVersions',
  'threads',
  'messages',
  'orders',
] as const satisfies TableName[];

/** Those that tell of the store itself: what a file has none of. */
export const CHECKED_STATE = ['journal', 'meta', 'outbox'] as const satisfies TableName[];

/** So many problems are told; one that is everywhere needs no more. */
export const TOLD_PROBLEMS = 100;

export interface StoreCheck {
  /** What does not hold. Nothing is good. */
  readonly problems: readonly StoreProblem[];
  /** How many there are, told or not. */
  readonly problemCount: number;
}

/**
 * Everything that must hold of the person's data whatever was done to it.
 *
 * Rows come in chunks; of items and identifiers what names them is held, of the rest nothing.
 */
export async function checkStore(rows: RowSource): Promise<StoreCheck> {
  const check = new Check();
  const items = await checkItems(rows, check);
  await checkIdentifiers(rows, check, items);
  const merges = await checkMerges(rows, check, items);
  await checkRatings(rows, check, items);
  await checkBelongings(rows, check, items, merges);
  await checkRequests(rows, (isSo, code, ...figures) => {
    check.holds(isSo, code, ...figures);
  });
  await checkClock(rows, check);
  return { problems: check.problems, problemCount: check.count };
}

class Check {
  readonly problems: StoreProblem[] = [];
  count = 0;

  holds(isSo: boolean, code: ProblemCode, ...figures: readonly string[]): void {
    if (!isSo) {
      this.count += 1;
      if (this.problems.length < TOLD_PROBLEMS) {
        this.problems.push({ code, figures });
      }
    }
  }
}

/** Of each item that is there, what others must agree with. */
type LiveItems = ReadonlyMap<ItemId, Pick<Item, 'kind' | 'identifiers'>>;

async function checkItems(rows: RowSource, check: Check): Promise<LiveItems> {
  const live = new Map<ItemId, Pick<Item, 'kind' | 'identifiers'>>();
  await each(rows, 'items', (item) => {
    const { id, kind, name, identifiers, deletedAt } = item;
    if (deletedAt === undefined) {
      live.set(id, { kind, identifiers });
      check.holds(new Set(identifiers).size === identifiers.length, 'identifier-twice', id);
    } else {
      check.holds(identifiers.length === 0 && name === '', 'gone-speaks', id);
    }
  });
  return live;
}

async function checkIdentifiers(rows: RowSource, check: Check, live: LiveItems): Promise<void> {
  const pointers = new Map<string, ItemId>();
  await each(rows, 'identifiers', ({ key, itemId }) => {
    pointers.set(key, itemId);
    check.holds(live.get(itemId)?.identifiers.includes(key) ?? false, 'identifier-strays', key, itemId);
  });
  for (const [id, { identifiers }] of live) {
    for (const name of identifiers) {
      check.holds(pointers.get(name) === id, 'identifier-lost', id, name);
    }
  }
}

/** @returns the items that were joined to others, and are not parted again */
async function checkMerges(rows: RowSource, check: Check, live: LiveItems): Promise<ReadonlySet<ItemId>> {
  const standing: Merge[] = [];
  await each(rows, 'merges', (merge) => {
    if (merge.splitAt === undefined) {
      standing.push(merge);
    }
  });
  const gone = new Set(standing.map(({ from }) => from));
  for (const { id, from, into } of standing) {
    // Of two joined items one is gone, and the other is there or was itself joined to a third.
    check.holds(!live.has(from) && (live.has(into) || gone.has(into)), 'merge-nowhere', id);
  }
  return gone;
}

async function checkRatings(rows: RowSource, check: Check, live: LiveItems): Promise<void> {
  const counter = new TallyCounter();
  await each(rows, 'ratings', (rating) => {
    counter.replace(undefined, rating);
    if (isLive(rating)) {
      const item = live.get(rating.itemId);
      check.holds(item !== undefined, 'rating-homeless', rating.itemId);
      check.holds(item?.kind === rating.kind, 'rating-kind', rating.itemId);
    }
  });
  await each(rows, 'versions', ({ id, itemId, rating }) => {
    check.holds(live.has(itemId), 'version-homeless', id);
    check.holds(rating.itemId === itemId, 'version-twofold', id);
  });
  await each(rows, 'meta', (row) => {
    if (row.key === 'tally') {
      const { key: _key, changedAt: _changedAt, ...counts } = row;
      const { undated, ...others } = counter.tally();
      const off = firstOff(counts, { ...others, ...(counts.undated && undated && { undated }) });
      check.holds(off === undefined, 'count-off', ...(off ?? []));
    }
  });
}

/** What hangs on items without being of their ratings: on one that is there, or was joined to another. */
async function checkBelongings(
  rows: RowSource,
  check: Check,
  live: LiveItems,
  merged: ReadonlySet<ItemId>,
): Promise<void> {
  const isKnown = (id: ItemId): boolean => live.has(id) || merged.has(id);
  await each(rows, 'sourceRecords', (record) => {
    check.holds(!isLiveSource(record) || isKnown(record.itemId), 'source-homeless', record.id);
  });
  await each(rows, 'intentions', (intention) => {
    check.holds(!isLiveIntention(intention) || isKnown(intention.itemId), 'intention-homeless', intention.id);
  });
  await each(rows, 'refusedJoins', ({ key }) => {
    const [one = '', other = ''] = key.split(' ');
    check.holds(one < other, 'pair-order', key);
  });
}

async function checkClock(rows: RowSource, check: Check): Promise<void> {
  const stamps = new Set<string>();
  let count = 0;
  let latest = '';
  await each(rows, 'journal', ({ stamp }) => {
    stamps.add(stamp);
    count += 1;
    latest = stamp > latest ? stamp : latest;
  });
  check.holds(stamps.size === count, 'stamps-equal', String(count - stamps.size + 1));
  await each(rows, 'meta', (row) => {
    check.holds(row.key !== 'clock' || latest <= row.stamp, 'change-ahead', latest);
  });
}

/** The first count that is not what it says: its name, what it says, what is there. */
function firstOff(says: Tally, is: Tally): readonly string[] | undefined {
  const [said, counted] = [flat(says), flat(is)];
  for (const name of new Set([...said.keys(), ...counted.keys()])) {
    const [one, other] = [said.get(name) ?? 0, counted.get(name) ?? 0];
    if (one !== other) {
      return [name, String(one), String(other)];
    }
  }
  return undefined;
}

function flat({ total, ...groups }: Tally): ReadonlyMap<string, number> {
  const entries = Object.entries(groups as Record<string, Record<string, number>>).flatMap(([group, counts]) =>
    Object.entries(counts).map(([name, count]) => [`${group}: ${name}`, count] as const),
  );
  return new Map([['total', total], ...entries]);
}
