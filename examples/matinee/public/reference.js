/**
 * What Matinee tells `rank()` of one of its films.
 *
 * @param {import('./films.js').Film} film
 */
export function referenceOf({ imdb, title, directors, genres, series, average, votes }) {
  return {
    identifier: `imdb:${imdb}`,
    '@type': 'Movie',
    name: title,
    creator: directors,
    genre: genres,
    ...(series && { isPartOf: series }),
    aggregateRating: { ratingValue: average, bestRating: 10, worstRating: 1, ratingCount: votes },
  };
}
