import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFacts } from '../../../src/app/clean-facts.ts';
import { cleanWords, valueOf } from '../../../src/app/clean-words.ts';
import { film, id, stars } from '../../support/samples.ts';

describe('cleanFacts', () => {
  it('keeps what is said, and leaves out what is empty', () => {
    const facts = {
      name: '  The  \n Film ',
      creators: [' A ', 'A', ''],
      brand: ' ',
      series: 'S',
      genres: [],
      year: 1999,
    };
    expect(cleanFacts({ ...film(1), ...facts })).toEqual({
      kind: 'Movie',
      name: 'The Film',
      creators: ['A'],
      series: 'S',
      year: 1999,
      identifiers: [id('imdb:tt0000001')],
    });
  });

  it.each([Number.NaN, 1999.5, 1e9, Number.POSITIVE_INFINITY])('does not take %d for a year', (year) => {
    expect(cleanFacts(film(1, { year }))).not.toHaveProperty('year');
  });

  it.each(['', ' ', '\n\t'])('refuses %j for a name', (name) => {
    expect(() => cleanFacts(film(1, { name }))).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });

  it('keeps no more than a page can reasonably say', () => {
    const names = fc.array(fc.string({ minLength: 1 }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), names, (name, creators) => {
        fc.pre(name.trim() !== '');
        const clean = cleanFacts({
          ...film(1),
          name,
          creators,
          identifiers: Array.from({ length: 99 }, () => id('imdb:tt0000001')),
        });
        expect(clean.name.length).toBeLessThanOrEqual(500);
        expect(clean.creators?.length ?? 0).toBeLessThanOrEqual(30);
        expect(clean.identifiers).toHaveLength(40);
        expect(clean.creators?.every((creator) => creator.trim() === creator && creator !== '') ?? true).toBe(true);
      }),
    );
  });
});

describe('cleanWords', () => {
  it('keeps what is said, and leaves out what is empty', () => {
    const aspects = [
      { name: ' sound ', given: stars(4) },
      { name: '', given: stars(4) },
      { name: 'off', given: { value: 9, best: 5, worst: 1 } },
    ];
    expect(cleanWords({ text: ' Good. ', tags: ['a  b', 'a b', ' '], aspects })).toEqual({
      text: 'Good.',
      tags: ['a b'],
      aspects: [{ name: 'sound', given: stars(4) }],
    });
    expect(cleanWords({ text: ' ', tags: [''], aspects: [] })).toEqual({});
    expect(cleanWords({})).toEqual({});
  });

  it('refuses a note that is too long rather than cut it', () => {
    expect(cleanWords({ text: 'x'.repeat(20_000) }).text).toHaveLength(20_000);
    expect(() => cleanWords({ text: 'x'.repeat(20_001) })).toThrow(expect.objectContaining({ code: 'too-much' }));
  });

  it('keeps at most 50 tags of 60 characters', () => {
    const { tags } = cleanWords({ tags: Array.from({ length: 80 }, (_, index) => `${index} ${'x'.repeat(99)}`) });
    expect(tags).toHaveLength(50);
    expect(Math.max(...tags!.map(({ length }) => length))).toBe(60);
  });
});

describe('valueOf', () => {
  it('is the mark on the common scale', () => {
    expect(valueOf(stars(4.5))).toBe(90);
    expect(valueOf({ value: 7, best: 10, worst: 1 })).toBe(70);
  });

  it.each([
    [6, 5, 1],
    [0, 5, 1],
    [3, 1, 5],
    [Number.NaN, 5, 1],
  ])('refuses %d on a scale from %d to %d', (value, best, worst) => {
    expect(() => valueOf({ value, best, worst })).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });
});
