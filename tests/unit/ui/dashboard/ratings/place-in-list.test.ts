import { expect, it } from 'vitest';
import type { ItemId } from '../../../../../src/domain/ids.ts';
import { leaveAt, leaveBy, takePlace } from '../../../../../src/ui/dashboard/ratings/place-in-list.ts';

it('comes back to the list that was left, once', () => {
  const itemId = 'a' as ItemId;
  expect(takePlace('')).toBeUndefined();
  leaveBy({ query: 'sort=name', itemId });
  expect(takePlace('sort=name')).toBe(itemId);
  expect(takePlace('sort=name')).toBeUndefined();
  leaveBy({ query: 'sort=name', itemId });
  expect(takePlace('')).toBeUndefined();
});

it('comes back to where the list stood when it was left some other way, unless it was left by a row', () => {
  const [row, inSight] = ['a', 'b'] as ItemId[];
  leaveAt('', inSight);
  expect(takePlace('')).toBe(inSight);
  leaveBy({ query: '', itemId: row! });
  leaveAt('', inSight);
  expect(takePlace('')).toBe(row);
  leaveAt('', undefined);
  expect(takePlace('')).toBeUndefined();
});
