import type { Database } from '../../src/store/database.ts';
import type { Merge } from '../../src/store/rows.ts';
import { TallyCounter } from '../../src/store/tally.ts';
import { isLive } from '../../src/domain/rating.ts';

/** Everything that must hold of the person's data whatever was done to it. What does not is named; nothing is good. */
export async function brokenInvariants(database: Database): Promise<string[]> {
  const [items, identifiers, ratings, versions, merges, journal, meta] = await Promise.all([
    database.items.toArray(),
    database.identifiers.toArray(),
    database.ratings.toArray(),
    database.versions.toArray(),
    database.merges.toArray(),
    database.journal.orderBy('stamp').toArray(),
    database.meta.toArray(),
  ]);
  const broken: string[] = [];
  const check = (holds: boolean, what: string): void => {
    if (!holds) {
      broken.push(what);
    }
  };
  const live = new Map(items.filter(({ deletedAt }) => deletedAt === undefined).map((item) => [item.id, item]));

  for (const { key, itemId } of identifiers) {
    check(live.get(itemId)?.identifiers.includes(key) ?? false, `${key} points to ${itemId}, which is not so called`);
  }
  const pointers = new Map(identifiers.map(({ key, itemId }) => [key, itemId]));
  for (const { id, identifiers: names } of live.values()) {
    check(new Set(names).size === names.length, `${id} has an identifier twice`);
    for (const name of names) {
      check(pointers.get(name) === id, `${id} is called ${name}, which points elsewhere`);
    }
  }
  for (const { id, identifiers: names, name } of items.filter((item) => !live.has(item.id))) {
    check(names.length === 0 && name === '', `${id} is gone and says still what it was`);
  }
  for (const rating of ratings.filter(isLive)) {
    const item = live.get(rating.itemId);
    check(item !== undefined, `the rating of ${rating.itemId} has no item`);
    check(item?.kind === rating.kind, `the rating of ${rating.itemId} has another kind than it`);
  }
  for (const { id, itemId, rating } of versions) {
    check(live.has(itemId), `version ${id} has no item`);
    check(rating.itemId === itemId, `version ${id} is of two items`);
  }
  for (const merge of merges) {
    check(
      isConsistent(merge, merges, (id) => live.has(id)),
      `merge ${merge.id} leads nowhere`,
    );
  }
  const counter = new TallyCounter();
  for (const rating of ratings) {
    counter.replace(undefined, rating);
  }
  const tally = meta.find(({ key }) => key === 'tally');
  if (tally?.key === 'tally') {
    const { key: _key, changedAt: _changedAt, ...counts } = tally;
    check(
      sorted(counts) === sorted(counter.tally()),
      `the counts are ${sorted(counts)}, not ${sorted(counter.tally())}`,
    );
  }
  const stamps = journal.map(({ stamp }) => stamp);
  check(new Set(stamps).size === stamps.length, 'two changes at one moment');
  const clock = meta.find(({ key }) => key === 'clock');
  check(clock?.key !== 'clock' || stamps.every((stamp) => stamp <= clock.stamp), 'a change from the future');
  return broken;
}

/** Of two joined items one is gone, and the other is there or was itself joined to a third. */
function isConsistent(merge: Merge, merges: readonly Merge[], isThere: (id: Merge['from']) => boolean): boolean {
  if (merge.splitAt !== undefined) {
    return true;
  }
  const isPassedOn = merges.some(({ from, splitAt }) => from === merge.into && splitAt === undefined);
  return !isThere(merge.from) && (isThere(merge.into) || isPassedOn);
}

function sorted(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
