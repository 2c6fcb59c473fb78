import { describe, expect, it } from 'vitest';
import { distinctNames, eraName, eraOf, erasAround, yearInName } from '../../../src/policy/facets.ts';

describe('distinctNames', () => {
  it('gives each name once, as it was first written', () => {
    expect([...distinctNames(['Drama', 'DRAMA', ' drama', 'Comedy'])]).toEqual([
      ['drama', 'Drama'],
      ['comedy', 'Comedy'],
    ]);
  });

  it('leaves out names that say nothing', () => {
    expect([...distinctNames(['', '  ', '-'])]).toEqual([]);
    expect([...distinctNames(undefined)]).toEqual([]);
  });

  it('takes the first twenty of a long list', () => {
    const cast = Array.from({ length: 500 }, (_, index) => `Actor ${index}`);
    expect([...distinctNames(cast).values()]).toEqual(cast.slice(0, 20));
  });
});

describe('eras', () => {
  it.each([
    [1995, 1995, '1995–1999'],
    [1999, 1995, '1995–1999'],
    [2000, 2000, '2000–2004'],
    [-3, -5, '-5–-1'],
  ])('puts %i in the span of %i', (year, era, name) => {
    expect(eraOf(year)).toBe(era);
    expect(eraName(era)).toBe(name);
  });

  it('knows the spans beside one', () => {
    expect(erasAround(1995)).toEqual([1990, 1995, 2000]);
  });
});

describe('yearInName', () => {
  it.each([
    ['Heat (1995)', 1995],
    ['Heat (1995) ', 1995],
    ['1984 (1956)', 1956],
    ['Metropolis (1927)', 1927],
    ['2001: A Space Odyssey', undefined],
    ['Blade Runner (2049 cut)', undefined],
    ['Part (12)', undefined],
    ['Long (9999)', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads from %j the year %s', (name, year) => {
    expect(yearInName(name)).toBe(year);
  });

  it('looks at the end of an endless name only', () => {
    expect(yearInName(`${'('.repeat(1_000_000)}(1995)`)).toBe(1995);
  });
});
