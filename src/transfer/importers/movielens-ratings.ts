/**
 * MovieLens data set, `ratings.csv`: who rated what. Which film it is, `links.csv` and `movies.csv` say.
 *
 * Source:   https://grouplens.org/datasets/movielens → ml-latest, ml-latest-small, ml-25m, ml-32m
 * Sample:   tests/fixtures/imports/movielens-ratings.csv (made up; the real columns, seen 2018-09)
 * Scale:    `rating` 0.5 to 5 in halves; the oldest sets have whole stars only
 * Dates:    `timestamp` in seconds since the Unix epoch, UTC; 0 is no time
 * Oddities: Rows of all people are in one file: the person says which are theirs
 */
import type { Moment } from '../../domain/moment.ts';
import { cleanText } from '../clean-text.ts';
import type { Choice, Content, Importer } from '../importer.ts';
import { readUnixSeconds } from '../read-date.ts';
import { movielensId } from './parts/movielens-id.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { MOVIELENS_SCALE } from './parts/movielens-scale.ts';
import { readRows } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';

/** More would be no help in a list to choose from. */
const MAX_PERSONS = 20;
/** The answer for whoever wants all rows. */
const ALL = 'all';

export const movielensRatings: Importer = {
  id: 'movielens-ratings',
  source: 'movielens',
  label: 'MovieLens data set: ratings',

  recognises: isRatings,

  questions(content) {
    const persons = isRatings(content) ? personsOf(content) : [];
    const choices: Choice[] = persons.slice(0, MAX_PERSONS).map((value) => ({ value, label: cleanText(value).text }));
    const [first] = persons;
    return first === undefined
      ? []
      : [
          {
            id: 'person',
            choices: [...choices, { value: ALL }],
            ...(persons.length === 1 && { suggested: first }),
          },
        ];
  },

  *read(content, { answers }) {
    if (!isRatings(content)) {
      return;
    }
    yield* readRows(content, (reader, cell) => {
      const person = cell('userId');
      if (answers.person !== ALL && answers.person !== person) {
        return reader.skip('other-person', 'userId', person);
      }
      const thing = movielensId(cell('movieId'));
      if (thing === undefined) {
        return reader.skip('no-name', 'movieId', cell('movieId'));
      }
      const given = reader.mark('rating', cell('rating'), MOVIELENS_SCALE);
      const at = reader.moment('timestamp', cell('timestamp'), readTimestamp);
      return outcomeOf(reader, {
        thing,
        facts: { kind: 'Movie', name: '', identifiers: [] },
        content: given ? { ratings: [{ given, ...whenOf(at) }] } : {},
      });
    });
  },
};

function isRatings(content: Content): content is Extract<Content, { sort: 'table' }> {
  return content.sort === 'table' && content.table.has('userId', 'movieId', 'rating', 'timestamp');
}

/** Whoever has rows, the one with most of them first. */
function personsOf({ table }: Extract<Content, { sort: 'table' }>): string[] {
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const person = table.cell(row, 'userId');
    if (person !== '') {
      counts.set(person, (counts.get(person) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, left], [, right]) => right - left).map(([person]) => person);
}

function readTimestamp(text: string): Moment | undefined {
  return Number(text) > 0 ? readUnixSeconds(text) : undefined;
}
