import type { TableName } from './table-name.ts';

/** The person's own tables: a restore has them be what is in its file. Together with the next, a test holds them to an export's. */
export const OWN_TABLES = [
  'items',
  'identifiers',
  'ratings',
  'versions',
  'merges',
  'preferences',
  'sourceRecords',
  'intentions',
  'refusedJoins',
  'imports',
  'settings',
] as const satisfies TableName[];

/** What goes on in requests: with a restore it comes back request by request, or only gains. */
export const REQUEST_TABLES = [
  'requests',
  'requestVersions',
  'threads',
  'messages',
  'orders',
  'proposals',
] as const satisfies TableName[];
