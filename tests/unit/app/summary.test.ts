import { describe, expect, it } from 'vitest';
import { LEAST_OF_MAKER, MOST_GROUPS, type Summary, SummaryCounter } from '../../../src/app/summary.ts';
import type { Item } from '../../../src/domain/item.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import type { Given } from '../../../src/domain/scale.ts';
import type { SourceRecord } from '../../../src/domain/source-record.ts';

type Rated = readonly [Partial<Item>, Partial<Rating>];

/** What it counts, in this order. */
function summaryOf(...rated: readonly Rated[]): Summary {
  const counter = new SummaryCounter();
  for (const [item, rating] of rated) {
    counter.addRating(
      { kind: 'Movie', name: 'A film', identifiers: [], ...item } as Item,
      { kind: item.kind ?? 'Movie', value: 80, ratedAt: '2020-05-01', source: 'person', ...rating } as Rating,
    );
  }
  return counter.summary();
}

function sourcesOf(...records: readonly (readonly [string, ...Given[]])[]): Summary['sources'] {
  const counter = new SummaryCounter();
  for (const [source, ...given] of records) {
    const content = given.length === 0 ? {} : { ratings: given.map((one) => ({ given: one })) };
    counter.addSource({ source, content } as unknown as SourceRecord);
  }
  return counter.summary().sources;
}

describe('a summary', () => {
  it('of nothing is empty', () => {
    const summary = summaryOf();
    expect(summary).toEqual({
      total: 0,
      values: Array.from({ length: 101 }, () => 0),
      years: [],
      undated: 0,
      decades: [],
      withoutYear: 0,
      makers: { groups: [], total: 0 },
      genres: { groups: [], total: 0 },
      kinds: [],
      sources: [],
    });
  });

  it('counts every value', () => {
    const { total, values } = summaryOf(
      [{}, { value: 1 }],
      [{}, { value: 80 }],
      [{}, { value: 80 }],
      [{}, { value: 100 }],
    );
    expect(total).toBe(4);
    expect([values[1], values[80], values[100]]).toEqual([1, 2, 1]);
    expect(values.reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  it('counts by the year of the rating, however precisely that is known', () => {
    const { years, undated } = summaryOf(
      [{}, { ratedAt: '2021-07-09T10:00:00.000Z' as Rating['ratedAt'], value: 60 }],
      [{}, { ratedAt: '2019' as Rating['ratedAt'], value: 20 }],
      [{}, { ratedAt: '2019-12' as Rating['ratedAt'], value: 41 }],
    );
    expect(years).toEqual([
      { key: 2019, count: 2, mean: 30.5 },
      { key: 2021, count: 1, mean: 60 },
    ]);
    expect(undated).toBe(0);
  });

  it('tells an exact moment in the person’s own time zone, and a date in none', () => {
    const moment = '2020-01-01T00:30:00.000Z' as Rating['ratedAt'];
    const { years } = summaryOf([{}, { ratedAt: moment }]);
    expect(years.map(({ key }) => key)).toEqual([new Date(moment).getFullYear()]);
    expect(summaryOf([{}, { ratedAt: '2020-01-01' as Rating['ratedAt'] }]).years[0]?.key).toBe(2020);
  });

  it('puts what nobody knows the date of into no year', () => {
    const { years, undated, total } = summaryOf([{}, { isUndated: true }], [{}, {}]);
    expect(years).toEqual([{ key: 2020, count: 1, mean: 80 }]);
    expect([undated, total]).toEqual([1, 2]);
  });

  it('counts by the decade of the thing, and names none for what has no year', () => {
    const { decades, withoutYear } = summaryOf(
      [{ year: 1999 }, { value: 90 }],
      [{ year: 1990 }, { value: 70 }],
      [{ year: 2000 }, {}],
      [{ year: -41 }, {}],
      [{}, {}],
    );
    expect(decades).toEqual([
      { key: -50, count: 1, mean: 80 },
      { key: 1990, count: 2, mean: 80 },
      { key: 2000, count: 1, mean: 80 },
    ]);
    expect(withoutYear).toBe(1);
  });

  it(`names makers from ${LEAST_OF_MAKER} ratings on, the most rated first, in whatever letters they come`, () => {
    const { makers } = summaryOf(
      [{ creators: ['J.R.R. Tolkien'] }, { value: 100 }],
      [{ creators: ['J. R. R. TOLKIEN', 'J.R.R. Tolkien'] }, { value: 80 }],
      [{ creators: ['j.r.r. tolkien', 'Jane Austen'] }, { value: 60 }],
      [{ creators: ['Jane Austen'] }, {}],
      ...Array.from({ length: 4 }, (): Rated => [{ creators: ['Acme'] }, { value: 20 }]),
    );
    expect(makers).toEqual({
      total: 2,
      groups: [
        { key: 'Acme', count: 4, mean: 20 },
        { key: 'J.R.R. Tolkien', count: 3, mean: 80 },
      ],
    });
  });

  it('takes the brand of what has no other maker', () => {
    const rated: Rated = [{ kind: 'Product', brand: 'Acme' }, {}];
    expect(summaryOf(rated, rated, rated).makers.groups.map(({ key }) => key)).toEqual(['Acme']);
    const made: Rated = [{ brand: 'Acme', creators: ['Ada'] }, {}];
    expect(summaryOf(made, made, made).makers.groups.map(({ key }) => key)).toEqual(['Ada']);
  });

  it(`names ${MOST_GROUPS} genres at most, and tells how many there are; names may be anything`, () => {
    const many = Array.from({ length: 25 }, (_, index): Rated => [{ genres: [`Genre ${index}`, ' '] }, {}]);
    const { genres } = summaryOf(...many, [{ genres: ['__proto__'] }, {}], [{ genres: ['__proto__'] }, {}]);
    expect(genres.total).toBe(26);
    expect(genres.groups).toHaveLength(MOST_GROUPS);
    expect(genres.groups[0]).toEqual({ key: '__proto__', count: 2, mean: 80 });
  });

  it('counts by kind, the largest first', () => {
    const { kinds } = summaryOf([{ kind: 'Book' }, { value: 50 }], [{}, {}], [{}, {}]);
    expect(kinds).toEqual([
      { key: 'Movie', count: 2, mean: 80 },
      { key: 'Book', count: 1, mean: 50 },
    ]);
  });
});

describe('what sources say', () => {
  it('is counted on the common scale, the present mark of each thing, the largest source first', () => {
    const sources = sourcesOf(
      ['letterboxd', { value: 5, best: 5, worst: 0.5 }, { value: 2.5, best: 5, worst: 0.5 }],
      ['imdb', { value: 7, best: 10, worst: 1 }],
      ['imdb', { value: 7, best: 10, worst: 1 }],
    );
    expect(sources.map(({ source }) => source)).toEqual(['imdb', 'letterboxd']);
    expect(sources[0]?.values[70]).toBe(2);
    expect(sources[1]?.values[50]).toBe(1);
    expect(sources[1]?.values[100]).toBe(0);
  });

  it('is no mark where it was only seen, or the mark is none', () => {
    expect(
      sourcesOf(['imdb'], ['imdb', { value: 11, best: 10, worst: 1 }], ['imdb', { value: NaN, best: 5, worst: 1 }]),
    ).toEqual([]);
  });
});
