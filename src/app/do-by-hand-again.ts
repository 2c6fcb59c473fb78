import type { ItemId } from '../domain/ids.ts';
import { isLiveIntention, type StoredIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import { clearRating } from '../store/clear-rating.ts';
import { eraseItems } from '../store/erase-items.ts';
import { fillFacts } from '../store/fill-facts.ts';
import { itemsByIdentifier, liveItem } from '../store/find-items.ts';
import { getMany } from '../store/get-many.ts';
import { isStanding } from '../store/is-standing.ts';
import type { ChangeLabel, RecordChange } from '../store/journal-entry.ts';
import { areDistinct, gainedIdentifiers, matchItems, sortedIdentifiers } from '../store/match-items.ts';
import { matchKinds } from '../store/match-kinds.ts';
import { mergeInto } from '../store/merge-items.ts';
import { pairKey } from '../store/pair-key.ts';
import { partItems } from '../store/part-items.ts';
import { reviveItem } from '../store/revive-item.ts';
import type { Merge } from '../store/rows.ts';
import { saveRating } from '../store/save-rating.ts';
import type { Writer } from '../store/writer.ts';
import { describedUpon, gainedFacts } from './described-upon.ts';
import { editedUpon } from './edited-upon.ts';

/** What the person did by hand once, to be done again on what stands by now. */
export interface ByHand {
  readonly label: ChangeLabel;
  readonly changes: readonly RecordChange[];
  /** The things it was about, as they were without it. */
  readonly items: ReadonlyMap<ItemId, Item>;
}

/**
 * Does changes of the person again, the oldest first, each as what it meant: a mark is given, a word changed, two things
 * joined. A thing that is not there any more is there again for a mark or a description of theirs; what would clear,
 * delete, join or part what is not there does nothing.
 */
export class DoByHandAgain {
  /** What has another place since: item → the item it is now. */
  readonly #moved = new Map<ItemId, ItemId>();

  async once(writer: Writer, { label, changes, items }: ByHand): Promise<void> {
    switch (label) {
      case 'join-items':
        return this.#join(writer, changes);
      case 'split-items':
        return this.#part(writer, changes);
      case 'delete-rating':
        return this.#erase(writer, changes);
      case 'clear-mark':
        return this.#clear(writer, changes);
      case 'describe-item':
        return this.#describe(writer, changes);
      case 'edit-rating':
        return this.#edit(writer, changes, items);
      case 'rate-item':
        return this.#rate(writer, changes, items);
      case 'want-item':
        return this.#want(writer, changes, items);
      default:
    }
  }

  async #join(writer: Writer, changes: readonly RecordChange[]): Promise<void> {
    for (const { before, after } of of('merges', changes)) {
      if (isStanding(after) && !isStanding(before)) {
        const [one, other] = [await this.#item(writer, after.into), await this.#item(writer, after.from)];
        if (one && other && one.id !== other.id && !areDistinct(one, other)) {
          await mergeInto(writer, one, other);
        }
      }
    }
  }

  async #part(writer: Writer, changes: readonly RecordChange[]): Promise<void> {
    const { merges } = writer.database;
    for (const { before } of of('merges', changes)) {
      const { from, into } = before as Merge;
      const pair = pairKey(this.#now(from), this.#now(into));
      const joined = await merges.where('from').anyOf(this.#now(from), this.#now(into)).toArray();
      const merge = joined.find((one) => isStanding(one) && pairKey(one.from, one.into) === pair);
      if (merge && (await liveItem(writer.database, merge.into))) {
        await partItems(writer, merge);
        await writer.put('refusedJoins', { key: pair, updatedAt: writer.stamp });
      }
    }
  }

  async #erase(writer: Writer, changes: readonly RecordChange[]): Promise<void> {
    const there: ItemId[] = [];
    for (const { key } of of('items', changes)) {
      const item = await liveItem(writer.database, this.#now(key as ItemId));
      there.push(...(item ? [item.id] : []));
    }
    if (there.length > 0) {
      await eraseItems(writer, there);
    }
  }

  async #clear(writer: Writer, changes: readonly RecordChange[]): Promise<void> {
    for (const { key } of of('ratings', changes)) {
      const item = await this.#item(writer, key as ItemId);
      const rating = item && (await writer.database.ratings.get(item.id));
      if (isLive(rating)) {
        await clearRating(writer, rating);
      }
    }
  }

  async #describe(writer: Writer, changes: readonly RecordChange[]): Promise<void> {
    for (const change of of('items', changes)) {
      const [before, after] = [change.before as Item, change.after as Item];
      const item = (await this.#item(writer, before.id, before)) ?? (await reviveItem(writer, before));
      const described = { ...describedUpon(item, before, after), updatedAt: writer.stamp };
      await writer.put('items', described);
      await matchKinds(writer, [described]);
    }
  }

  async #edit(writer: Writer, changes: readonly RecordChange[], items: ByHand['items']): Promise<void> {
    for (const change of of('ratings', changes)) {
      const [before, after] = [change.before as Rating, change.after as Rating];
      const item = await this.#itemFor(writer, after.itemId, items);
      if (item) {
        const beneath = await writer.database.ratings.get(item.id);
        const edited = editedUpon(isLive(beneath) ? beneath : undefined, before, after);
        await saveRating(writer, { ...edited, itemId: item.id, kind: item.kind });
      }
    }
  }

  async #rate(writer: Writer, changes: readonly RecordChange[], items: ByHand['items']): Promise<void> {
    await this.#join(writer, changes);
    const ratings = of('ratings', changes).map(({ after }) => after as Rating | undefined);
    const { createdAt: _createdAt, updatedAt: _updatedAt, ...rating } = ratings.find(isLive) ?? ({} as Rating);
    const item = await this.#met(writer, rating.itemId, changes, items);
    if (item) {
      await saveRating(writer, { ...rating, itemId: item.id, kind: item.kind });
    }
  }

  async #want(writer: Writer, changes: readonly RecordChange[], items: ByHand['items']): Promise<void> {
    await this.#join(writer, changes);
    const { intentions } = writer.database;
    for (const { after } of of('intentions', changes)) {
      const wanted = after as StoredIntention | undefined;
      if (wanted && isLiveIntention(wanted)) {
        const item = await this.#met(writer, wanted.itemId, changes, items);
        const held = item ? await intentions.where('itemId').equals(item.id).toArray() : [];
        if (item && !held.some(isLiveIntention)) {
          await writer.put('intentions', { ...wanted, itemId: item.id, updatedAt: writer.stamp });
        }
      }
    }
  }

  /** The item that a change met on a page or in a file, with what that knew of it. */
  async #met(
    writer: Writer,
    id: ItemId,
    changes: readonly RecordChange[],
    items: ByHand['items'],
  ): Promise<Item | undefined> {
    const change = of('items', changes).find(({ key }) => key === id);
    return change
      ? this.#known(writer, change.before as Item | undefined, change.after as Item)
      : this.#itemFor(writer, id, items);
  }

  /** The item of a page or a file that the person rated, with what that knew of it. */
  async #known(writer: Writer, stored: Item | undefined, after: Item): Promise<Item> {
    const before = stored?.deletedAt === undefined ? stored : undefined;
    const item = await this.#item(writer, after.id, after);
    if (!item) {
      return reviveItem(writer, after);
    }
    const taken = await getMany(writer.database.identifiers, after.identifiers);
    const news = after.identifiers.filter((one) => before?.identifiers.includes(one) !== true && !taken.has(one));
    const gained = gainedIdentifiers(item, news);
    const { item: filled, filled: names } = fillFacts(item, gainedFacts(item, before, after));
    if (gained.length + names.length === 0) {
      return item;
    }
    const known: Item = {
      ...filled,
      identifiers: sortedIdentifiers([...item.identifiers, ...gained]),
      updatedAt: writer.stamp,
    };
    await writer.put('items', known);
    await writer.putAll(
      'identifiers',
      gained.map((key) => ({ key, itemId: item.id })),
    );
    return known;
  }

  /** The item, made once more where it is gone: a mark of the person's own is of something. */
  async #itemFor(writer: Writer, id: ItemId, items: ByHand['items']): Promise<Item | undefined> {
    const known = items.get(id);
    return (await this.#item(writer, id, known)) ?? (known && reviveItem(writer, known));
  }

  /** What an item is by now, if it is there: itself, the one it was joined to, or the one that has its identifiers. */
  async #item(writer: Writer, id: ItemId, known?: Item): Promise<Item | undefined> {
    const { database } = writer;
    const now = this.#now(id);
    const item = await liveItem(database, now);
    if (item) {
      return item;
    }
    const merge = (await database.merges.where('from').equals(now).toArray()).find(isStanding);
    const named = known && (await itemsByIdentifier(database, known.identifiers));
    const [match] = known && named ? matchItems(known.identifiers, named) : [];
    const next = merge?.into ?? match?.id;
    if (next === undefined) {
      return undefined;
    }
    if (merge) {
      return this.#item(writer, next);
    }
    this.#moved.set(id, next);
    return match;
  }

  #now(id: ItemId): ItemId {
    return this.#moved.get(id) ?? id;
  }
}

function of(table: RecordChange['table'], changes: readonly RecordChange[]): RecordChange[] {
  return changes.filter((change) => change.table === table);
}
