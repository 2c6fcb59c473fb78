/**
 * The first shape: each table's key, then its indexes.
 *
 * An index means that a query exists:
 * - `identifiers.itemId`: what a merge moves
 * - `ratings.ratedAt`, `[kind+ratedAt]`: a vendor's pages, the dashboard by time. `value`: the dashboard by mark.
 *   `*tags`: the dashboard by tag. A tombstone has none of these, so it is in no index
 * - `versions.itemId`: an item's history
 * - `merges.into`, `from`: what to take apart; what a record kept back is called now
 * - `grants.origin`; `[origin+atMs]` of changes, decisions and disclosures: a vendor's log, newest first
 * - `decisions.[origin+outcome]`: how often a vendor was refused
 * - `journal.stamp`: changes, newest first
 */
export const SCHEMA_1 = {
  meta: '&key',
  items: '&id',
  identifiers: '&key, itemId',
  ratings: '&itemId, ratedAt, value, [kind+ratedAt], *tags',
  versions: '&id, itemId',
  merges: '&id, into, from',
  preferences: '&id',
  vendors: '&origin',
  grants: '&id, origin',
  grantChanges: '&id, [origin+atMs]',
  decisions: '&id, [origin+atMs], [origin+outcome]',
  disclosures: '&id, [origin+atMs]',
  journal: '&id, stamp',
} as const;
