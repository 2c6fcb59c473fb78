const HEADER =
  'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors';

/**
 * A ratings file in IMDb's columns, of films that are not.
 *
 * @param {number} rows
 * @returns {string}
 */
export function madeUpRatings(rows) {
  const lines = [HEADER];
  for (let row = 0; row < rows; row += 1) {
    const year = 1930 + (row % 95);
    const id = `tt${String(3_000_000 + row)}`;
    const date = `20${String(10 + (row % 15))}-${String(1 + (row % 12)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`;
    lines.push(
      `${id},${1 + (row % 10)},${date},"Film ${row}, a story","Film ${row}",https://www.imdb.com/title/${id},Movie,7.1,101,${year},"Drama, Comedy",1234,${year}-05-01,"Maker ${row % 2_000}"`,
    );
  }
  return `${lines.join('\n')}\n`;
}
