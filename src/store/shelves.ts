import { keepUnrated, keptUnrated } from './kept-unrated.ts';
import { readSaid, type SaidSpine, saidAmong } from './read-said.ts';
import { readSpines, spinesOf } from './read-spines.ts';
import { readUnrated, unratedAmong } from './read-unrated.ts';
import { ShelfKeeper } from './shelf-keeper.ts';
import { byKey, COMPARE, COMPARE_UNRATED, type ShelfOrder, type UnratedOrder } from './shelf-order.ts';
import type { Spine } from './spine.ts';
import type { UnratedSpine } from './unrated-spine.ts';

/** Every live rating. */
export const ratedShelf = new ShelfKeeper<Spine, ShelfOrder>({
  compare: COMPARE,
  belongings: [],
  readAll: readSpines,
  readSome: spinesOf,
});

/** Every thing that is the person's without a mark. */
export const unratedShelf = new ShelfKeeper<UnratedSpine, UnratedOrder>({
  compare: COMPARE_UNRATED,
  belongings: ['sourceRecords', 'intentions', 'versions'],
  readAll: readUnrated,
  readSome: unratedAmong,
  kept: keptUnrated,
  keep: keepUnrated,
});

/** What sources say anything of, rated or not. */
export const saidShelf = new ShelfKeeper<SaidSpine, 'key'>({
  compare: { key: byKey },
  belongings: ['sourceRecords'],
  readAll: readSaid,
  readSome: saidAmong,
});
