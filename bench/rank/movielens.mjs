import { readFileSync } from 'node:fs';

/**
 * Reads MovieLens' `movies.csv` and `ratings.csv`.
 *
 * @param {URL} folder
 * @returns {{ films: Map<string, { title: string, genres: string[] }>,
 *   people: Map<number, { film: string, value: number }[]> }} values on the common scale, 10 to 100
 */
export function readMovieLens(folder) {
  const films = new Map();
  for (const [film, title, genres] of rows(new URL('movies.csv', folder))) {
    films.set(film, { title, genres: genres.startsWith('(') ? [] : genres.split('|') });
  }
  const people = new Map();
  for (const [person, film, stars] of rows(new URL('ratings.csv', folder))) {
    const ratings = people.get(Number(person)) ?? [];
    ratings.push({ film, value: Number(stars) * 20 });
    people.set(Number(person), ratings);
  }
  return { films, people };
}

/** Cells may be quoted, with quotes doubled; none holds a line break. */
function rows(file) {
  const [, ...lines] = readFileSync(file, 'utf8').split(/\r?\n/u);
  return lines
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
      ),
    );
}
