/** Every table of the database, in the order of `Database`. */
export const TABLES = [
  'meta',
  'items',
  'identifiers',
  'ratings',
  'versions',
  'merges',
  'preferences',
  'vendors',
  'grants',
  'grantChanges',
  'decisions',
  'hushed',
  'disclosures',
  'journal',
  'journalImages',
  'sourceRecords',
  'intentions',
  'refusedJoins',
  'imports',
  'settings',
] as const;
export type TableName = (typeof TABLES)[number];
