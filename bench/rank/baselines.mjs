const STRENGTH = 5;

/** Three simple ways to give each held-out film a score, for `rank` to be held against. */
export function baselines({ held, known, films, crowd }) {
  const average = held.map((rating) => crowd.shrunkWithout(rating, STRENGTH));
  const genres = genreScores(held, known, films);
  return { average, genres, sum: average.map((score, index) => score + genres[index]) };
}

/** How far above their own mean the person rates the film's genres, on average, each drawn towards nothing by five. */
function genreScores(held, known, films) {
  const mean = meanOf(known.map(({ value }) => value));
  const totals = new Map();
  for (const { film, value } of known) {
    for (const genre of films.get(film).genres) {
      const total = totals.get(genre) ?? { count: 0, above: 0 };
      total.count += 1;
      total.above += value - mean;
      totals.set(genre, total);
    }
  }
  return held.map(({ film }) =>
    meanOf(
      films.get(film).genres.map((genre) => {
        const { count, above } = totals.get(genre) ?? { count: 0, above: 0 };
        return above / (count + STRENGTH);
      }),
    ),
  );
}

function meanOf(numbers) {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
