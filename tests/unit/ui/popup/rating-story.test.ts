import '../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../../src/domain/rating.ts';
import { ratingStory } from '../../../../src/ui/popup/rating-story.ts';

const rating = {
  value: 70,
  given: { value: 3.5, best: 5, worst: 0.5 },
  ratedAt: '2024-03-09',
  source: 'person',
} as Rating;

describe('ratingStory', () => {
  it.each<[Partial<Rating>, number, string]>([
    [{}, 0, 'Rated Mar 9, 2024.'],
    [{}, 1, 'Rated Mar 9, 2024. 1 earlier rating.'],
    [{ source: 'letterboxd-csv' }, 2, 'Rated Mar 9, 2024, from letterboxd-csv. 2 earlier ratings.'],
    [{ isUndated: true, source: 'imdb' }, 0, 'Rated, date unknown, from imdb.'],
    [{ isUndated: true }, 0, 'Rated, date unknown.'],
    [{ given: { value: 7, best: 10, worst: 1 } }, 0, 'Rated Mar 9, 2024. Given as 7 / 10.'],
  ])('of %j, after %d other marks', (more, earlierMarks, story) => {
    expect(ratingStory({ ...rating, ...more }, earlierMarks)).toBe(story);
  });
});
