import { expect, it } from 'vitest';
import type { ItemId } from '../../../../../src/domain/ids.ts';
import { leaveBy, takePlace } from '../../../../../src/ui/dashboard/ratings/place-in-list.ts';

it('comes back to the list that was left, once', () => {
  const itemId = 'a' as ItemId;
  expect(takePlace('')).toBeUndefined();
  leaveBy({ query: 'sort=name', itemId });
  expect(takePlace('sort=name')).toBe(itemId);
  expect(takePlace('sort=name')).toBeUndefined();
  leaveBy({ query: 'sort=name', itemId });
  expect(takePlace('')).toBeUndefined();
});
