import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { ItemKind } from '../../../../../src/domain/item.ts';
import type { Moment } from '../../../../../src/domain/moment.ts';
import { TRACES } from '../../../../../src/domain/trace.ts';
import { traceName, traceText } from '../../../../../src/ui/dashboard/ratings/trace-text.ts';

describe('traceText', () => {
  it.each([
    ['Movie', 'Seen'],
    ['TVEpisode', 'Seen'],
    ['Book', 'Read'],
    ['VideoGame', 'Played'],
    ['MusicAlbum', 'Heard'],
    ['Restaurant', 'Visited'],
    ['Product', 'Used'],
  ] satisfies [ItemKind, string][])('says of a %s: %s', (kind, text) => {
    expect(traceText({ kind: 'seen' }, kind)).toBe(text);
  });

  it('tells a date as precisely as it is known', () => {
    expect(traceText({ kind: 'owned', at: '2021' as Moment }, 'Movie')).toBe('Owned 2021');
    expect(traceText({ kind: 'wanted' }, 'Book')).toBe('Wanted');
  });
});

describe('traceName', () => {
  it('has a name for each, whatever it is of', () => {
    expect(TRACES.map(traceName)).toEqual([
      'Seen, read or used',
      'Wanted',
      'Owned',
      'Liked',
      'Reviewed',
      'Rated before',
    ]);
  });
});
