/**
 * The first shape: each table's key, then its indexes.
 *
 * An index means that a query exists:
 * - `identifiers.itemId`: what a merge moves
 * - `ratings.[ratedAt+itemId]`, `[kind+ratedAt+itemId]`: a vendor's pages, each from where the one before stopped, and
 *   the dashboard by time; `value`: the dashboard by mark. A tombstone has none of these, so it is in no index
 * - `versions.itemId`: an item's history
 * - `merges.into`, `from`: what to take apart; what a record kept back is called now
 * - `grants.origin`; `[origin+atMs]` of changes, decisions and disclosures: a vendor's log, newest first
 * - `disclosures.[origin+call+atMs]`: how often a vendor had something ordered in the last hour
 * - `decisions.[origin+outcome+atMs]`: how often a vendor was refused, and when last
 * - `hushed`: the same for asks that were silenced a moment ago and are too many for the log; `atMs`: which are past
 * - `journal.stamp`: changes, newest first
 */
export const SCHEMA_1 = {
  meta: '&key',
  items: '&id',
  identifiers: '&key, itemId',
  ratings: '&itemId, [ratedAt+itemId], [kind+ratedAt+itemId], value',
  versions: '&id, itemId',
  merges: '&id, into, from',
  preferences: '&id',
  vendors: '&origin',
  grants: '&id, origin',
  grantChanges: '&id, [origin+atMs]',
  decisions: '&id, [origin+atMs], [origin+outcome+atMs]',
  hushed: '&id, [origin+atMs], atMs',
  disclosures: '&id, [origin+atMs], [origin+call+atMs]',
  journal: '&id, stamp',
} as const;
