import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ITEM_KINDS } from '../../../../../src/domain/item.ts';
import {
  pageCount,
  queryOf,
  readView,
  SORTS,
  WHOLE_LIST,
} from '../../../../../src/ui/dashboard/ratings/ratings-view.ts';

describe('readView', () => {
  it('reads what queryOf wrote', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            search: fc.string(),
            kind: fc.constantFrom(...ITEM_KINDS),
            tag: fc.string({ minLength: 1 }),
            sort: fc.constantFrom(...SORTS),
            page: fc.nat(2000),
          },
          { requiredKeys: ['search', 'sort', 'page'] },
        ),
        (view) => {
          expect(readView(queryOf(view))).toEqual(view);
        },
      ),
    );
  });

  it.each(['', 'kind=Spaceship', 'sort=constructor', 'page=0', 'page=-3', 'page=1e99', 'page=x', 'tag='])(
    'takes %j for the whole list',
    (query) => {
      expect(readView(query)).toEqual(WHOLE_LIST);
    },
  );

  it('writes nothing for the whole list, so that its address stays plain', () => {
    expect(queryOf(WHOLE_LIST)).toBe('');
  });
});

describe('pageCount', () => {
  it.each([
    [0, 1],
    [1, 1],
    [50, 1],
    [51, 2],
    [100_000, 2000],
  ])('%i ratings fill %i pages', (total, pages) => {
    expect(pageCount(total)).toBe(pages);
  });
});
