/**
 * One list of a Letterboxd member. Being on a list is neither a wish nor a judgement: its name and its words are kept.
 *
 * Source:   Settings → Data → Export your data; `lists/*.csv` in the archive; or Export on a list's own page
 * Sample:   tests/fixtures/imports/letterboxd-list.txt (made up; lines of the real file, `v7`; older ones lack the first)
 * Scale:    none. `Position` is kept with the name of its list: a film may be on several. Nothing in the file tells a list
 *           that is ranked from one that is in no order
 * Dates:    `Date` as YYYY-MM-DD of the list alone: no film has one
 * Oddities: two tables under each other, the list's one row and the films', with an empty line between; `URL` of a film
 *           is the film's; descriptions hold HTML and line ends. The list's own row is of no film, and told as such; the
 *           films' header is no row at all
 */
import { parseTable } from '../csv.ts';
import type { Outcome } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { plainText } from '../plain-text.ts';
import { RowReader } from '../row-reader.ts';
import { type Row, Table } from '../table.ts';
import { filmOf, isRemoved } from './parts/letterboxd.ts';
import { type Cell, readRows } from './parts/read-rows.ts';

const FIRST_LINE = /^\uFEFF?\s*Letterboxd list export v\d+/iu;
const LIST_COLUMNS = ['Date', 'Name', 'Tags', 'URL', 'Description'] as const;
const FILM_COLUMNS = ['Position', 'Name', 'Year', 'URL'] as const;

export const letterboxdList: Importer = {
  id: 'letterboxd-list',
  source: 'letterboxd',
  hasOnlyNames: true,

  recognises: (content) =>
    content.sort === 'text'
      ? FIRST_LINE.test(content.text.slice(0, 200))
      : content.sort === 'table' && split(content.table) !== undefined,

  rowsIn: (content) => tablesOf(content)?.films.rows.length,

  *read(content, { path }) {
    const tables = tablesOf(content);
    if (tables === undefined) {
      if (this.recognises(content)) {
        yield new RowReader(1).skip('broken-row');
      }
      return;
    }
    const { list, films, heads } = tables;
    const name = list === '' ? undefined : new RowReader(1).name('Name', list);
    for (const { line } of heads) {
      yield new RowReader(line).skip(isRemoved(path) ? 'removed' : 'other-matter');
    }
    yield* readRows({ sort: 'table', table: films }, (reader, cell) =>
      isRemoved(path) ? reader.skip('removed') : readFilm(reader, cell, name),
    );
  },
};

function readFilm(reader: RowReader, cell: Cell, list: string | undefined): Outcome {
  const film = filmOf(reader, cell, 'URL');
  if (film === undefined) {
    return reader.skip('no-name', 'Name');
  }
  const position = reader.count(cell('Position'));
  const note = reader.words('Description', plainText(cell('Description')));
  return reader.keep({
    ...film,
    ...(list !== undefined && { list }),
    content: {
      others: {
        ...(list !== undefined && { List: list }),
        ...(position !== undefined && { Position: list === undefined ? `${position}` : `${list}: ${position}` }),
        ...(note !== undefined && { 'List note': note }),
      },
    },
  });
}

interface Tables {
  readonly list: string;
  readonly films: Table;
  /** The rows above the films' header: the list's own. */
  readonly heads: readonly Row[];
}

function tablesOf(content: Content): Tables | undefined {
  if (content.sort === 'table') {
    return split(content.table);
  }
  if (content.sort !== 'text' || !FIRST_LINE.test(content.text.slice(0, 200))) {
    return undefined;
  }
  // The first line passes for a header, the list's header for the first row.
  const [header, ...rows] = parseTable(content.text).rows;
  return header === undefined ? undefined : split(new Table(header.cells, rows));
}

/** Takes the table that begins with the list's header apart. The films' header stands below the list's one row. */
function split(table: Table): Tables | undefined {
  const at = table.has(...LIST_COLUMNS)
    ? table.rows.slice(0, 3).findIndex(({ cells }) => new Table(cells, []).has(...FILM_COLUMNS))
    : -1;
  const [header, list] = [table.rows[at], table.rows[0]];
  return header === undefined || list === undefined
    ? undefined
    : {
        list: at === 0 ? '' : table.cell(list, 'Name'),
        films: new Table(header.cells, table.rows.slice(at + 1)),
        heads: table.rows.slice(0, at),
      };
}
