import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/domain/moment.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import { commonValue } from '../../../src/domain/scale.ts';
import { isConflict, settleRating, WINNERS } from '../../../src/policy/settle-rating.ts';

function judged(value: number, best: number, more: Partial<Rating> = {}): Rating {
  const given = { value, best, worst: best === 5 ? 0.5 : 1 };
  return {
    itemId: 'item' as Rating['itemId'],
    kind: 'Movie',
    value: commonValue(given)!,
    given,
    ratedAt: '2020-01-01' as Moment,
    source: 'imdb',
    createdAt: 'then' as Rating['createdAt'],
    updatedAt: 'then' as Rating['updatedAt'],
    ...more,
  };
}

const at = (ratedAt: string): Partial<Rating> => ({ ratedAt: ratedAt as Moment });
const undated: Partial<Rating> = { isUndated: true };
const edited: Partial<Rating> = { editedAt: '2026-02-02T10:00:00.000Z' as Moment };

describe('settleRating', () => {
  it.each(WINNERS)('takes what is not here, whoever wins: %s', (winner) => {
    expect(settleRating(undefined, undefined, judged(8, 10), winner)).toBe('new');
  });

  it.each(WINNERS)('takes 8 of 10 for 4 of 5, whoever wins: %s', (winner) => {
    expect(settleRating(judged(4, 5), undefined, judged(8, 10), winner)).toBe('same');
  });

  it.each(WINNERS)('follows the source where what is here came from it, whoever wins: %s', (winner) => {
    expect(settleRating(judged(7, 10), judged(7, 10), judged(9, 10), winner)).toBe('update');
  });

  it.each(WINNERS)('decides once: what the source said before changes nothing, whoever wins: %s', (winner) => {
    expect(settleRating(judged(2, 5), judged(9, 10), judged(9, 10), winner)).toBe('same');
  });

  it.each([
    ['mine', 'leave'],
    ['theirs', 'new'],
    ['newer', 'new'],
  ] as const)('of what was deleted here and changed there, with %s: %s', (winner, expected) => {
    expect(settleRating(undefined, judged(9, 10), judged(9, 10), winner)).toBe('leave');
    expect(settleRating(undefined, judged(9, 10), judged(5, 10), winner)).toBe(expected);
  });

  it.each<[string, Partial<Rating>, Partial<Rating>, 'keep' | 'replace']>([
    ['a later day there', at('2019-05-05'), at('2020-01-01'), 'replace'],
    ['an earlier day there', at('2021-05-05'), at('2020-01-01'), 'keep'],
    ['a moment of the day here', at('2020-01-01'), at('2020-01-01T10:00:00.000Z'), 'keep'],
    ['a year that holds the day here', at('2020-01-01'), at('2020'), 'keep'],
    ['a time there and none here', undated, at('2001'), 'replace'],
    ['none there', at('2001'), undated, 'keep'],
    ['none at all', undated, undated, 'keep'],
    ['a change made here since', { ...at('2001'), ...edited }, at('2020'), 'keep'],
    ['a change made here since, of a time nobody knows', { ...undated, ...edited }, at('2020'), 'keep'],
    ['a day after the change made here', { ...at('2001'), ...edited }, at('2026-02-03'), 'replace'],
  ])('lets the newer win: %s', (_what, here, now, expected) => {
    const settlement = settleRating(judged(2, 5, here), undefined, judged(9, 10, now), 'newer');
    expect(settlement).toBe(expected);
    expect(isConflict(settlement)).toBe(true);
  });

  it('takes a review that is not here for something new', () => {
    expect(settleRating(judged(4, 5), undefined, judged(8, 10, { text: 'Words.' }), 'theirs')).toBe('replace');
    expect(settleRating(judged(4, 5, { text: 'Mine.' }), undefined, judged(8, 10), 'theirs')).toBe('same');
    expect(settleRating(judged(4, 5, { tags: ['a', 'b'] }), undefined, judged(8, 10, { tags: ['b'] }), 'theirs')).toBe(
      'same',
    );
  });
});
