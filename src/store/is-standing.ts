import type { Merge } from './rows.ts';

/** Whether there is a join, and the two are still one. @param merge - a record of `merges`, or none */
export function isStanding(merge: unknown): merge is Merge {
  return merge !== undefined && (merge as Merge).splitAt === undefined;
}
