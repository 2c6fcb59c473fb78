import type { Intention } from '../domain/intention.ts';
import type { Item, ItemFacts } from '../domain/item.ts';
import { momentOf } from '../domain/moment.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import { isLiveSource, type SourceRating, type SourceRecord, type SourceRecordId } from '../domain/source-record.ts';
import { settleRating, type Settlement, type Winner } from '../policy/settle-rating.ts';
import { fillFacts } from '../store/fill-facts.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { areDistinct, gainedIdentifiers, matchItems, sortedIdentifiers } from '../store/match-items.ts';
import { stillRemoved } from '../store/words-removed.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import { cleanFacts } from './clean-facts.ts';
import { cleanWords, valueOf } from './clean-words.ts';
import type { PlacingBatch } from './placing-batch.ts';
import { isAsDeleted, whatSourceSays } from './what-source-says.ts';

/** What becomes of one thing of an import. */
export interface Placement {
  readonly item: Item;
  /** Not known before; known from elsewhere; known from this source and different now; the same as it said before. */
  readonly state: 'added' | 'joined' | 'changed' | 'same';
  /** Of its judgement; absent where it was not rated. */
  readonly settlement?: Settlement;
  /** The judgement that stood here before, whoever gave it. Absent where there was none. */
  readonly here?: Rating;
  /** It becomes an intention. */
  readonly isNewlyWanted: boolean;
  /** The source had rated it and does not any more. The judgement stays here. */
  readonly isWithdrawn?: true;
}

/**
 * Whether the thing shows that several items are one. What the person took apart stays apart: a source that was there
 * before joins nothing anew.
 */
export function showsOne(batch: PlacingBatch, { id, facts }: GatheredThing): boolean {
  const [first, ...others] = matchItems(facts.identifiers, batch.named(facts.identifiers));
  return first !== undefined && batch.record(id) === undefined && others.some((other) => !areDistinct(first, other));
}

/**
 * Finds or makes the item of a thing, and settles what its source says of it with what is known here. Waits for nothing:
 * a transaction would not wait for hundreds of turns.
 */
export function placeThing(
  batch: PlacingBatch,
  thing: GatheredThing,
  { winner, kinds }: { readonly winner: Winner; readonly kinds: ReadonlySet<string> },
): Placement {
  const facts = cleanFacts(thing.facts);
  const stored = batch.record(thing.id);
  if (stored && !isLiveSource(stored) && (winner === 'mine' || isAsDeleted(stored, thing))) {
    return leave(batch, facts);
  }
  const before = isLiveSource(stored) ? stored : undefined;
  const { item, isNew } = itemOf(batch, { id: thing.id, facts, before });
  const record: SourceRecord = {
    id: thing.id,
    itemId: item.id,
    source: thing.source,
    ...whatSourceSays(before, thing, facts, kinds),
    createdAt: before?.createdAt ?? batch.stamp,
    updatedAt: batch.stamp,
  };
  const isSame = before !== undefined && fingerprint(before) === fingerprint(record);
  const rating = batch.rating(item.id);
  const here = isLive(rating) ? rating : undefined;
  const settlement = settle(batch, item, before, record, winner);
  const isNewlyWanted =
    thing.content.wanted !== undefined && before?.content.wanted === undefined && !batch.isWanted(item.id);
  if (isNewlyWanted) {
    want(batch, item, record);
  }
  if (!isSame) {
    batch.putRecord(record);
  }
  return {
    item,
    state:
      isSame || (before && saysAsBefore(before, record))
        ? 'same'
        : before !== undefined
          ? 'changed'
          : isNew
            ? 'added'
            : 'joined',
    ...(settlement !== undefined && { settlement }),
    ...(here && { here }),
    isNewlyWanted,
    ...(before?.content.ratings && !record.content.ratings && { isWithdrawn: true }),
  };
}

/** Another file of the source says what was known: only which files say it is new, and that is nothing to the person. */
function saysAsBefore(before: SourceRecord, now: SourceRecord): boolean {
  const [one, other] = [before, now].map(({ facts, content }) => fingerprint({ facts, content }));
  return one === other;
}

/** What the person deleted stays deleted while the source says the same, or while what is here wins. */
function leave(batch: PlacingBatch, facts: ItemFacts): Placement {
  const item: Item = { ...facts, id: batch.newId(), createdAt: batch.stamp, updatedAt: batch.stamp };
  return { item, state: 'same', settlement: 'leave', isNewlyWanted: false };
}

function itemOf(
  batch: PlacingBatch,
  {
    id: thingId,
    facts,
    before,
  }: { readonly id: SourceRecordId; readonly facts: ItemFacts; readonly before: SourceRecord | undefined },
): { item: Item; isNew: boolean } {
  const named = batch.named(facts.identifiers);
  const own = before ? batch.item(before.itemId) : batch.home(thingId);
  const first = own ?? matchItems(facts.identifiers, named)[0];
  if (!first) {
    const { id, isFresh } = batch.freshItem(thingId);
    const item: Item = {
      ...facts,
      identifiers: sortedIdentifiers(facts.identifiers.filter((identifier) => !named.has(identifier))),
      id,
      createdAt: batch.stamp,
      updatedAt: batch.stamp,
    };
    batch.putItem(item, item.identifiers, isFresh);
    return { item, isNew: true };
  }
  return { item: extended(batch, first, facts, new Set(named.keys())), isNew: false };
}

/** An item with what it lacked. */
function extended(batch: PlacingBatch, item: Item, facts: ItemFacts, taken: ReadonlySet<string>): Item {
  const gained = gainedIdentifiers(
    item,
    facts.identifiers.filter((identifier) => !taken.has(identifier)),
  );
  const { item: filled, filled: names } = fillFacts(item, facts);
  if (gained.length === 0 && names.length === 0) {
    return item;
  }
  const better: Item = {
    ...filled,
    identifiers: sortedIdentifiers([...item.identifiers, ...gained]),
    updatedAt: batch.stamp,
  };
  batch.putItem(better, gained, false);
  const rating = batch.rating(item.id);
  if (isLive(rating) && rating.kind !== better.kind) {
    batch.putRating({ ...rating, kind: better.kind, updatedAt: batch.stamp });
  }
  return better;
}

function settle(
  batch: PlacingBatch,
  item: Item,
  before: SourceRecord | undefined,
  record: SourceRecord,
  winner: Winner,
): Settlement | undefined {
  const present = record.content.ratings?.at(-1);
  if (present === undefined) {
    return undefined;
  }
  const now = judgementOf(batch, item, record, present, true);
  const last = before?.content.ratings?.at(-1);
  const then = before && last && judgementOf(batch, item, before, last, true);
  const stored = batch.rating(item.id);
  const here = isLive(stored) ? stored : undefined;
  const settlement = settleRating(here, then, now, winner);
  const told = new Set(before?.content.ratings?.map((one) => fingerprint(one)));
  // Nothing told, nothing to compare: a new thing of many marks need not print each.
  const isToldAlready = (one: SourceRating): boolean => told.size > 0 && told.has(fingerprint(one));
  for (const earlier of settlement === 'leave' ? [] : (record.content.ratings ?? []).slice(0, -1)) {
    if (!isToldAlready(earlier)) {
      keepAsEarlier(batch, judgementOf(batch, item, record, earlier, false));
    }
  }
  if (settlement === 'keep') {
    keepAsEarlier(batch, now);
  } else if (settlement === 'new' || settlement === 'update' || settlement === 'replace') {
    if (here) {
      keepAsEarlier(batch, here);
    }
    const removed = here?.removed && stillRemoved(here.removed, now);
    batch.putRating({ ...now, ...(removed && { removed }), createdAt: stored?.createdAt ?? batch.stamp });
  }
  return settlement;
}

function keepAsEarlier(batch: PlacingBatch, rating: Rating): void {
  batch.putVersion({ id: batch.newId(), itemId: rating.itemId, rating, replacedAt: batch.stamp });
}

/** A source's judgement as one of Sayso's. Review and tags are the present one's. */
function judgementOf(
  batch: PlacingBatch,
  { id, kind }: Item,
  { source, content }: SourceRecord,
  { given, at }: SourceRating,
  isPresent: boolean,
): Rating {
  return {
    itemId: id,
    kind,
    value: valueOf(given),
    given,
    ratedAt: at ?? momentOf(batch.nowMs),
    ...(at === undefined && { isUndated: true }),
    ...(isPresent && cleanWords(content)),
    source,
    createdAt: batch.stamp,
    updatedAt: batch.stamp,
  };
}

function want(batch: PlacingBatch, { id }: Item, { source, content: { wanted } }: SourceRecord): void {
  const dead = batch.deadWish(id);
  const intention: Intention = {
    id: dead?.id ?? batch.newId(),
    itemId: id,
    ...(wanted?.at !== undefined && { wantedAt: wanted.at }),
    ...(wanted?.note !== undefined && { note: wanted.note }),
    source,
    createdAt: dead?.createdAt ?? batch.stamp,
    updatedAt: batch.stamp,
  };
  batch.putIntention(intention, dead === undefined);
}
