import { describe, expect, it } from 'vitest';
import { likeness, type LikeFacts, titleKey } from '../../../src/policy/likeness.ts';

const film = (facts: Partial<LikeFacts> = {}): LikeFacts => ({ kind: 'Movie', name: 'Heat', ...facts });

describe('titleKey', () => {
  it.each([
    ['The Matrix', 'Matrix, The'],
    ['Heat (1995)', 'HEAT'],
    ['Amélie', 'Amelie'],
    ['Das Boot', 'Boot'],
    ['Spider-Man: Far from Home', 'Spider Man – Far From Home'],
    ['Thelma & Louise', 'Thelma and Louise'],
    ['Le Samouraï', 'Samourai'],
  ])('takes %s and %s for one', (one, other) => {
    expect(titleKey(one)).toBe(titleKey(other));
  });

  it.each([
    ['Heat', 'Heat 2'],
    ['It', 'If'],
    ['Alien', 'Aliens'],
    ['2001', '2010'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(titleKey(one)).not.toBe(titleKey(other));
  });

  it.each(['???', '!', 'A'])('leaves something of %s', (name) => {
    expect(titleKey(name)).not.toBe('');
  });
});

describe('likeness', () => {
  it.each<[string, Partial<LikeFacts>, Partial<LikeFacts>, ReturnType<typeof likeness>]>([
    ['the same year', { year: 1995 }, { year: 1995 }, 'sure'],
    ['a year apart', { year: 1995 }, { year: 1996 }, 'sure'],
    ['a year in the title', { name: 'Heat (1995)' }, { year: 1995 }, 'sure'],
    ['years apart', { year: 1995 }, { year: 1986 }, undefined],
    ['a year of one only', { year: 1995 }, {}, 'likely'],
    ['nothing but the title', {}, {}, 'likely'],
    ['another kind', { kind: 'Book' }, {}, undefined],
    ['a kind that says nothing', { kind: 'WebPage' }, {}, 'likely'],
    ['the same maker', { creators: ['Michael Mann'] }, { creators: ['Mann, Michael', 'Somebody'] }, 'sure'],
    ['other makers', { creators: ['Michael Mann'] }, { creators: ['Dick Richards'] }, undefined],
    ['other makers of the same year', { year: 1995, creators: ['A B'] }, { year: 1995, creators: ['C D'] }, undefined],
    ['the maker as a brand', { brand: 'Acme' }, { creators: ['ACME'] }, 'sure'],
  ])('of %s', (_what, one, other, expected) => {
    expect(likeness(film(one), film(other))).toBe(expected);
    expect(likeness(film(other), film(one))).toBe(expected);
  });
});
