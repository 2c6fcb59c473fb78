import type { Image } from './journal-entry.ts';
import { linked } from './linked.ts';
import type { OrderRow, ThreadRow } from './request-rows.ts';
import type { IdentifierRow, Merge } from './rows.ts';
import type { TableName } from './table-name.ts';

/**
 * Sorts a change's images by the thing they are about: an item with its rating, identifiers and history is one, and so
 * are two items that the change joined or parted. A thing is undone as a whole or not at all, so that nothing is left
 * pointing nowhere.
 *
 * @param now - the record that stands at each image's place at present
 */
export function groupImages(images: readonly Image[], now: (image: Image) => unknown): Image[][] {
  return linked(images, (image) => thingsOf(image.table, image.key, [image.before, now(image)]));
}

/** What a record is about, before a change and after it: ids of items, or the record itself. Never nothing. */
export function thingsOf(table: TableName, key: string, states: readonly unknown[]): string[] {
  const items = itemsIn(table, key, states);
  return items.length > 0 ? items : [key];
}

function itemsIn(table: TableName, key: string, all: readonly unknown[]): string[] {
  const states = all.filter((state) => state !== undefined);
  switch (table) {
    case 'identifiers':
    case 'versions':
    case 'sourceRecords':
    case 'intentions':
      // What is left of a record that a source told of names no item.
      return states.flatMap((state) => (state as Partial<IdentifierRow>).itemId ?? []);
    case 'merges':
      return states.flatMap((state) => [(state as Merge).from, (state as Merge).into]);
    case 'requestVersions':
    case 'threads':
    case 'messages':
      return states.map((state) => (state as Pick<ThreadRow, 'requestId'>).requestId);
    case 'orders':
      return states.flatMap((state) => {
        const { from } = state as OrderRow;
        return from.kind === 'request' ? from.requestId : [];
      });
    case 'refusedJoins':
      return key.split(' ');
    case 'vendors':
    case 'grants':
    case 'grantChanges':
    case 'decisions':
    case 'disclosures':
      return ['vendor'];
    default:
      return [key];
  }
}
