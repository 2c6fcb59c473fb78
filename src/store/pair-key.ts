import type { ItemId } from '../domain/ids.ts';
import type { PairKey } from './rows.ts';

/** Two items as one key, in whichever order they are named. */
export function pairKey(one: ItemId, other: ItemId): PairKey {
  return (one < other ? `${one} ${other}` : `${other} ${one}`) as PairKey;
}
