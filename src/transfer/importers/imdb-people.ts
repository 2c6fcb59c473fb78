/**
 * A list of people at IMDb: actors, directors. It has a name for each where a list of titles has a title.
 *
 * Source:   a list of your own → Export
 * Sample:   tests/fixtures/imports/imdb-people.csv (made up; columns as described by others, no real file seen)
 * Scale:    none: people can't be rated there
 * Dates:    `Created` (put on the list) as YYYY-MM-DD: a day
 * Oddities: Nothing tells a list of favourites from any other: they are liked unless the person says otherwise
 */
import type { Importer } from '../importer.ts';
import type { Table } from '../table.ts';
import { IMDB_DAYS, readImdbDay } from './parts/imdb-title.ts';
import { LIST_CHOICES, listedAs } from './parts/listed-as.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { readRows } from './parts/read-rows.ts';
import { askForResaved, withDays } from './parts/resaved-days.ts';

export const imdbPeople: Importer = {
  id: 'imdb-people',
  source: 'imdb',

  recognises: (content) => content.sort === 'table' && isPeople(content.table),

  questions: (content) => [
    { id: 'list', choices: LIST_CHOICES, suggested: 'liked' },
    ...askForResaved(content, IMDB_DAYS),
  ],

  *read(content, { answers }) {
    if (!imdbPeople.recognises(content)) {
      return;
    }
    yield* readRows(withDays(content, IMDB_DAYS, answers), (reader, cell) => {
      const name = reader.name('Name', cell('Name'));
      const identifiers = reader.identifiers('Const', 'imdb', cell('Const'));
      if (name === '' || identifiers.length === 0) {
        return reader.skip('no-name', name === '' ? 'Name' : 'Const');
      }
      const note = reader.words('Description', cell('Description'));
      const at = reader.moment('Created', cell('Created'), readImdbDay);
      return outcomeOf(reader, {
        thing: cell('Const').toLowerCase(),
        facts: { kind: 'Person', name, identifiers },
        content: listedAs(answers.list, at, ['Description', note]),
      });
    });
  },
};

function isPeople(table: Table): boolean {
  return table.has('Position', 'Const', 'Created', 'Name') && !table.has('Title');
}
