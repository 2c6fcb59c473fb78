import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ITEM_KINDS } from '../../../../../src/domain/item.ts';
import { TRACES } from '../../../../../src/domain/trace.ts';
import {
  choiceOf,
  otherList,
  queryOf,
  readView,
  SORTS,
  UNRATED_SORTS,
  unratedChoiceOf,
  WHOLE_LIST,
} from '../../../../../src/ui/dashboard/ratings/ratings-view.ts';

/** A span with at least one end. */
function span<Value>(end: fc.Arbitrary<Value>) {
  return fc.oneof(fc.record({ from: end }), fc.record({ to: end }), fc.record({ from: end, to: end }));
}

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
            source: fc.string({ minLength: 1 }),
            stars: span(fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
            years: span(fc.nat(2100)),
          },
          { requiredKeys: ['search', 'sort'] },
        ),
        (view) => {
          expect(readView(queryOf(view))).toEqual(view);
        },
      ),
    );
  });

  it('reads what queryOf wrote of things without a mark', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            isUnrated: fc.constant(true as const),
            search: fc.string(),
            source: fc.string({ minLength: 1 }),
            sort: fc.constantFrom(...UNRATED_SORTS),
            trace: fc.constantFrom(...TRACES),
          },
          { requiredKeys: ['isUnrated', 'search', 'sort'] },
        ),
        (view) => {
          expect(readView(queryOf(view))).toEqual(view);
        },
      ),
    );
  });

  it.each(['list=unrated', 'list=unrated&stars=4-', 'list=unrated&sort=highest', 'list=unrated&trace=toString'])(
    'takes %j for all things without a mark',
    (query) => {
      expect(readView(query)).toEqual({ ...WHOLE_LIST, isUnrated: true });
    },
  );

  it.each([
    '',
    'trace=seen',
    'list=all',
    'kind=Spaceship',
    'sort=constructor',
    'page=3',
    'stars=-',
    'stars=0.7-6',
    'year=x-1e3',
    'tag=',
  ])('takes %j for the whole list', (query) => {
    expect(readView(query)).toEqual(WHOLE_LIST);
  });

  it('writes nothing for the whole list, so that its address stays plain', () => {
    expect(queryOf(WHOLE_LIST)).toBe('');
  });
});

describe('otherList', () => {
  it('keeps what both lists know', () => {
    const view = readView('search=a&kind=Book&stars=4-&source=imdb&sort=highest');
    expect(queryOf(otherList(view))).toBe('list=unrated&search=a&kind=Book&source=imdb');
    expect(queryOf(otherList(readView('list=unrated&trace=seen&source=imdb&sort=name')))).toBe('source=imdb&sort=name');
  });
});

describe('unratedChoiceOf', () => {
  it('asks for what is set, and for no blanks', () => {
    expect(unratedChoiceOf(readView('list=unrated&search=+a+&kind=Book&trace=owned&year=1999-&tag=x'))).toEqual({
      search: 'a',
      kinds: ['Book'],
      trace: 'owned',
      years: { from: 1999 },
      tag: 'x',
      sort: 'newest',
    });
  });
});

describe('choiceOf', () => {
  it('asks for what is set, and for no blanks', () => {
    expect(choiceOf(WHOLE_LIST)).toEqual({ sort: 'newest' });
    expect(choiceOf(readView('search=+a+&kind=Book&stars=4-&year=-1999&source=imdb'))).toEqual({
      search: 'a',
      kinds: ['Book'],
      stars: { from: 8 },
      years: { to: 1999 },
      source: 'imdb',
      sort: 'newest',
    });
  });
});
