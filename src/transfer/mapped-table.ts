import { isItemKind, type ItemKind } from '../domain/item.ts';
import type { SourceContent } from '../domain/source-record.ts';
import { type ColumnMapping, columnsOf } from './column-mapping.ts';
import { type Outcome, thingOf } from './entry.ts';
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
import type { RowReader } from './row-reader.ts';
import type { Table } from './table.ts';

export type { ColumnMapping } from './column-mapping.ts';
export { readMapping } from './column-mapping.ts';
export { headerPrint } from './header-print.ts';
export { suggestMapping } from './suggest-mapping.ts';

/** Reads any table by what its columns mean. Columns are found by name; letter case and accents do not matter. */
export function mappedTable(mapping: ColumnMapping): Importer {
  return {
    id: 'mapped-table',
    source: mapping.source ?? 'table',

    recognises: (content) => columnsIn(content, mapping) !== undefined,

    *read(content) {
      const columns = columnsIn(content, mapping);
      if (columns !== undefined) {
        yield* readRows(content, (reader, cell) =>
          readRow(reader, (column) => cell(columns.get(column) ?? column), mapping),
        );
      }
    },
  };
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

function readRow(reader: RowReader, cell: Cell, mapping: ColumnMapping): Outcome {
  const name = reader.name(mapping.name, cell(mapping.name));
  if (name === '') {
    return reader.skip('no-name', mapping.name);
  }
  const makers = mapping.creators
    ? makersOf(reader, mapping.creators.column, parts(cell(mapping.creators.column), mapping.creators.separator))
    : {};
  const year = yearOf(mapping.year === undefined ? '' : (/\d{4}/u.exec(cell(mapping.year))?.[0] ?? ''));
  const identifiers = mapping.identifiers.flatMap(({ scheme, column }) =>
    reader.identifiers(column, scheme, unquoted(cell(column))),
  );
  return outcomeOf(reader, {
    thing: identifiers[0] ?? thingOf(name, year.year, ...(makers.creators ?? [])),
    facts: { kind: kindOf(reader, cell, mapping), name, ...makers, ...year, identifiers: [...new Set(identifiers)] },
    content: contentOf(reader, cell, mapping),
  });
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
