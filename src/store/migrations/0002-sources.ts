/**
 * What sources say of things, intentions, imports and settings, beside what was there. Nothing that was there changes.
 *
 * - `sourceRecords.itemId`, `intentions.itemId`: all of one item
 * - `imports.atMs`: newest first
 * - `journalImages`: the images of one entry that are too many to stand in it, in order
 */
export const SCHEMA_2 = {
  sourceRecords: '&id, itemId',
  intentions: '&id, itemId',
  refusedJoins: '&key',
  imports: '&id, atMs',
  journalImages: '&[entryId+index]',
  settings: '&key',
} as const;
