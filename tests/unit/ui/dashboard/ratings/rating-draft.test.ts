import { describe, expect, it } from 'vitest';
import type { RatingRow } from '../../../../../src/app/rating-rows.ts';
import { changesOf, draftOf, faultOf } from '../../../../../src/ui/dashboard/ratings/rating-draft.ts';

const row = {
  item: { id: 'item', kind: 'Movie', name: 'Metropolis', creators: ['Fritz Lang'], year: 1927, identifiers: [] },
  rating: {
    itemId: 'item',
    kind: 'Movie',
    value: 87,
    given: { value: 87, best: 100, worst: 1 },
    ratedAt: '2024-03',
    text: 'Towers.',
    tags: ['silent'],
    source: 'person',
  },
} as unknown as RatingRow;

describe('changesOf', () => {
  it('changes nothing of a draft that was only looked at, not even the scale of its mark', () => {
    expect(changesOf(draftOf(row), row)).toEqual({});
  });

  it('gives half stars when the person moved them', () => {
    const { edit } = changesOf({ ...draftOf(row), halfStars: 7 }, row);
    expect(edit).toEqual({ itemId: 'item', given: { value: 3.5, best: 5, worst: 0.5 } });
  });

  it('removes a note that was emptied', () => {
    expect(changesOf({ ...draftOf(row), note: '  ' }, row).edit).toEqual({ itemId: 'item', text: null });
  });

  it('changes only what is another now', () => {
    const draft = { ...draftOf(row), tags: ['silent', 'tall'], when: { year: '2024', month: '3', day: '9' } };
    expect(changesOf(draft, row)).toEqual({
      edit: { itemId: 'item', tags: ['silent', 'tall'], ratedAt: '2024-03-09' },
    });
  });

  it('removes a year that was emptied, and adds one that was not known', () => {
    expect(changesOf({ ...draftOf(row), year: ' ' }, row)).toEqual({ describe: { itemId: 'item', year: null } });
    const { year: _year, ...item } = row.item;
    const dateless = { ...row, item };
    expect(changesOf(draftOf(dateless), dateless)).toEqual({});
    expect(changesOf({ ...draftOf(dateless), year: '1927' }, dateless).describe).toEqual({
      itemId: 'item',
      year: 1927,
    });
  });

  it('describes the item apart from the rating', () => {
    const draft = {
      ...draftOf(row),
      name: ' Metropolis (1927) ',
      kind: 'TVSeries',
      creators: 'Fritz Lang\n\n Thea ',
    } as const;
    expect(changesOf(draft, row)).toEqual({
      describe: { itemId: 'item', name: 'Metropolis (1927)', kind: 'TVSeries', creators: ['Fritz Lang', 'Thea'] },
    });
  });
});

describe('of a rating whose date nobody knows', () => {
  const undated = {
    ...row,
    rating: { ...row.rating, ratedAt: '2026-11-01T10:00:00.000Z', isUndated: true },
  } as RatingRow;

  it('leaves the date empty, which is right', () => {
    expect(draftOf(undated).when).toEqual({ year: '', month: '', day: '' });
    expect(faultOf(draftOf(undated), undated)).toBeUndefined();
    expect(changesOf(draftOf(undated), undated)).toEqual({});
  });

  it('takes the date that the person gives, be it the day it came', () => {
    const when = { year: '2026', month: '11', day: '1' };
    expect(changesOf({ ...draftOf(undated), when }, undated).edit).toEqual({ itemId: 'item', ratedAt: '2026-11-01' });
    expect(faultOf({ ...draftOf(undated), when: { ...when, day: '31' } }, undated)).toBe('when');
  });
});

describe('faultOf', () => {
  it.each([
    [{}, undefined],
    [{ halfStars: 0 } as const, 'stars'],
    [{ when: { year: '2024', month: '2', day: '31' } }, 'when'],
    [{ name: ' ' }, 'name'],
    [{ year: '19x7' }, 'year'],
    [{ year: '' }, undefined],
    [{ name: '', year: 'x', halfStars: 0 } as const, 'stars'],
  ])('finds in %j the fault %s', (change, fault) => {
    expect(faultOf({ ...draftOf(row), ...change }, row)).toBe(fault);
  });
});
