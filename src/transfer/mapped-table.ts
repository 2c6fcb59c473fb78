import { isItemKind, type ItemKind } from '../domain/item.ts';
import type { SourceContent } from '../domain/source-record.ts';
import { type ColumnMapping, columnsOf } from './column-mapping.ts';
import { type FormerNaming, type Outcome, thingOf } from './entry.ts';
import { foldColumn } from './fold-column.ts';
import type { Content, Importer } from './importer.ts';
import { makersOf } from './importers/parts/makers-of.ts';
import { outcomeOf } from './importers/parts/outcome-of.ts';
import { type Cell, readRows } from './importers/parts/read-rows.ts';
import { tagsOf } from './importers/parts/tags-of.ts';
import { whenOf } from './importers/parts/when-of.ts';
import { wordsOf } from './importers/parts/words-of.ts';
import { yearOf } from './importers/parts/year-of.ts';
import { kindOfWord } from './kind-of-word.ts';
import { readAnyDate } from './read-any-date.ts';
import { readMark } from './read-mark.ts';
import { RowReader } from './row-reader.ts';
import type { Table } from './table.ts';

export type { ColumnMapping } from './column-mapping.ts';
export { readMapping } from './column-mapping.ts';
export { headerPrint } from './header-print.ts';
export { suggestMapping } from './suggest-mapping.ts';

/** The source of a table of nobody in particular. */
const ANY = 'table';

/**
 * Reads any table by what its columns mean. Columns are found by name; letter case and accents do not matter.
 *
 * @param before - what such columns were taken for in earlier imports: by these a row may have another name
 */
export function mappedTable(mapping: ColumnMapping, before: readonly ColumnMapping[] = []): Importer {
  return {
    id: 'mapped-table',
    source: mapping.source ?? ANY,

    recognises: (content) => columnsIn(content, mapping) !== undefined,

    *read(content) {
      const columns = columnsIn(content, mapping);
      if (columns !== undefined) {
        const named =
          (names: ReadonlyMap<string, string>, cell: Cell): Cell =>
          (column) =>
            cell(names.get(column) ?? column);
        const earlier = before.flatMap((one) => {
          const own = isNamedAlike(one, mapping) ? undefined : columnsIn(content, one);
          return own && (one.source ?? ANY) === this.source ? [{ mapping: one, columns: own }] : [];
        });
        yield* readRows(content, (reader, cell) =>
          readRow(reader, named(columns, cell), {
            mapping,
            // What was wrong with a cell was told then.
            formerly: () => earlier.map((one) => namingOf(new RowReader(0), named(one.columns, cell), one.mapping)),
          }),
        );
      }
    },
  };
}

/** Whether two mappings give every row of a table the same name. */
export function isNamedAlike(one: ColumnMapping, other: ColumnMapping): boolean {
  const naming = ({ source, name, year, creators, identifiers }: ColumnMapping): string =>
    JSON.stringify([
      source,
      name,
      year,
      creators?.column,
      creators?.separator,
      identifiers.map((id) => [id.scheme, id.column]),
    ]);
  return naming(one) === naming(other);
}

/** The table's own names of the columns that are mapped; `undefined` when it is no table or lacks one of them. */
function columnsIn(content: Content, mapping: ColumnMapping): ReadonlyMap<string, string> | undefined {
  if (content.sort !== 'table') {
    return undefined;
  }
  const columns = columnsOf(mapping).map((name): [string, string] => [name, nameIn(content.table, name)]);
  return columns.every(([, own]) => own !== '') ? new Map(columns) : undefined;
}

function nameIn(table: Table, name: string): string {
  return table.has(name) ? name : (table.header.find((own) => foldColumn(own) === foldColumn(name)) ?? '');
}

interface Meaning {
  readonly mapping: ColumnMapping;
  /** What the row named when its columns meant something else. */
  readonly formerly: () => readonly FormerNaming[];
}

function readRow(reader: RowReader, cell: Cell, { mapping, formerly }: Meaning): Outcome {
  const { thing, name, ...facts } = namingOf(reader, cell, mapping);
  if (name === '') {
    return reader.skip('no-name', mapping.name);
  }
  const former = formerly().filter((one) => one.thing !== thing && one.thing !== '');
  return outcomeOf(reader, {
    thing,
    ...(former.length > 0 && { formerly: former }),
    facts: { kind: kindOf(reader, cell, mapping), name, ...facts },
    content: contentOf(reader, cell, mapping),
  });
}

/** What tells the thing of a row from others: its identifiers, else its title, year and makers; and what it is called by them. */
function namingOf(reader: RowReader, cell: Cell, mapping: ColumnMapping) {
  const name = reader.name(mapping.name, cell(mapping.name));
  const makers = mapping.creators
    ? makersOf(reader, mapping.creators.column, parts(cell(mapping.creators.column), mapping.creators.separator))
    : {};
  const year = yearOf(mapping.year === undefined ? '' : (/\d{4}/u.exec(cell(mapping.year))?.[0] ?? ''));
  const identifiers = mapping.identifiers.flatMap(({ scheme, column }) =>
    reader.identifiers(column, scheme, unquoted(cell(column))),
  );
  return {
    thing: identifiers[0] ?? thingOf(name, year.year, ...(makers.creators ?? [])),
    name,
    ...makers,
    ...year,
    identifiers: [...new Set(identifiers)],
  };
}

function contentOf(reader: RowReader, cell: Cell, mapping: ColumnMapping): SourceContent {
  const { mark, date, tags, text, note } = mapping;
  const given = mark && readMark(reader, mark.column, cell(mark.column), mark);
  const at = date && reader.moment(date.column, cell(date.column), (day) => readAnyDate(day, date.order));
  return {
    ...(given && { ratings: [{ given, ...whenOf(at) }] }),
    ...wordsOf(reader, cell, { ...(text !== undefined && { text }), ...(note !== undefined && { note }) }),
    ...(tags && tagsOf(reader, tags.column, parts(cell(tags.column), tags.separator))),
    ...(date?.means === 'used' && at !== undefined && { uses: [{ at }] }),
    ...(says(cell, mapping.liked) && { liked: {} }),
    ...(says(cell, mapping.owned) && { owned: {} }),
    ...(says(cell, mapping.wanted) && { wanted: {} }),
  };
}

function kindOf(reader: RowReader, cell: Cell, { kind }: ColumnMapping): ItemKind {
  if ('fixed' in kind) {
    return kind.fixed;
  }
  const word = cell(kind.column);
  const known = isItemKind(word) ? word : kindOfWord(word);
  if (known === undefined) {
    reader.remark('unknown-kind', kind.column, word);
  }
  return known ?? 'CreativeWork';
}

function says(cell: Cell, where: ColumnMapping['wanted']): boolean {
  return where?.equals.some((word) => foldColumn(word) === foldColumn(cell(where.column))) ?? false;
}

function parts(text: string, separator: string | undefined): string[] {
  return separator === undefined ? [text] : text.split(separator);
}

/** `="978…"`, as it stands so that spreadsheets keep the zeros. */
function unquoted(cell: string): string {
  return cell.replace(/^="(.*)"$/su, '$1').trim();
}
