import type { ColumnMapping } from './column-mapping.ts';
import { COLUMN_WORDS, type ColumnWords } from './column-words.ts';
import { findColumn, isCrowds, isPrivate } from './find-column.ts';
import { foldColumn } from './fold-column.ts';
import { kindOfHeader } from './kind-of-header.ts';
import { kindOfWord } from './kind-of-word.ts';
import { readAnyDate } from './read-any-date.ts';
import { orderOfDates } from './read-date.ts';
import { suggestScale } from './suggest-scale.ts';
import type { Table } from './table.ts';

/** So many rows tell what a column holds. */
const ROWS_LOOKED_AT = 200;
const SCHEMES: readonly (readonly [ColumnMapping['identifiers'][number]['scheme'], string])[] = [
  ['isbn', 'isbn13|isbn 13|isbn|isbn10|isbn 10|isbn uid'],
  ['gtin', 'gtin|ean|upc|barcode|strichcode|code barres|codigo de barras'],
  ['imdb', 'imdb|imdb id|imdbid|tconst|const'],
  ['wikidata', 'wikidata|wikidata id|qid'],
  ['musicbrainz', 'musicbrainz|mbid|musicbrainz id'],
  ['goodreads', 'goodreads id|goodreads'],
  ['bgg', 'bgg id|bggid|bgg'],
  ['asin', 'asin'],
  ['url', 'url|link|website|adresse|lien|enlace'],
];
/** How people write that they have not seen it yet, folded. */
const WISHES =
  'to read|to watch|to play|to listen|want|wanted|want to read|want to watch|want to play|wishlist|watchlist|planned|plan to read|plan to watch|plan to play|backlog|tbr|unread|geplant|gewunscht|wunschliste|will lesen|will sehen|ungelesen|a lire|a voir|envie|por leer|por ver|pendiente|da leggere|da vedere|quero ler|quero ver|te lezen'.split(
    '|',
  );
const YES = ['1', 'yes', 'true', 'x', 'ja', 'oui', 'si', '✓'];

/**
 * What the columns of a table probably mean, by their names and what stands in them: a beginning that the person corrects.
 * Where nothing tells which of two numbers of a date is the month, the order is left open.
 */
export function suggestMapping(table: Table): ColumnMapping {
  const header = table.header.filter((name) => name !== '');
  const free = new Set(header.filter((name) => !isCrowds(name)));
  const valuesOf = valuesIn(table);
  const take = (
    words: ColumnWords,
    fits: (values: readonly string[]) => boolean = () => true,
    among: Iterable<string> = free,
  ): string | undefined => {
    const column = findColumn(among, words, (name) => fits(valuesOf(name)));
    free.delete(column ?? '');
    return column;
  };
  const isMark = (values: readonly string[]): boolean => suggestScale(values) !== undefined;

  const identifiers = SCHEMES.flatMap(([scheme, words]) => {
    const column = take({ names: words.split('|') });
    return column === undefined ? [] : [{ scheme, column }];
  });
  const { names, ...partsOfNames } = COLUMN_WORDS.name;
  // A title may be a number; what only sounds like one may hold numbers that are none.
  const known = take({ names }) ?? take({ names: [], ...partsOfNames }, areWords);
  const mark = take(COLUMN_WORDS.mark, isMark) ?? take(COLUMN_WORDS.userMark, isMark, header);
  const scale = mark === undefined ? undefined : suggestScale(valuesOf(mark), mark);
  const usedAt = take(COLUMN_WORDS.usedAt, areDates);
  const date = usedAt ?? take(COLUMN_WORDS.ratedAt, areDates);
  const order = date === undefined ? 'unknown' : orderOfDates(valuesOf(date));
  const creators = take(COLUMN_WORDS.creators, areWords);
  const [year, kind, text, note, tags] = [
    take(COLUMN_WORDS.year, (values) => values.every((value) => /^\D{0,2}\d{4}\b/u.test(value))),
    take(COLUMN_WORDS.kind, (values) => values.some((value) => kindOfWord(value) !== undefined)),
    take(COLUMN_WORDS.text),
    take(COLUMN_WORDS.note),
    take(COLUMN_WORDS.tags),
  ];
  const flags = { wanted: take(COLUMN_WORDS.wanted), owned: take(COLUMN_WORDS.owned), liked: take(COLUMN_WORDS.liked) };
  const wanted = flags.wanted === undefined ? wishesIn(take(COLUMN_WORDS.status), valuesOf) : yes(flags.wanted);
  return {
    name: known ?? [...free].find((name) => !isPrivate(name) && areWords(valuesOf(name))) ?? header[0] ?? '',
    kind: kind === undefined ? { fixed: kindOfHeader(table.header) } : { column: kind },
    ...(mark !== undefined && scale && { mark: { column: mark, ...scale } }),
    ...(date !== undefined && {
      date: {
        column: date,
        ...(order !== 'unknown' && { order }),
        means: usedAt === undefined && scale ? 'rated' : 'used',
      },
    }),
    ...(creators !== undefined && { creators: { column: creators, ...separatorOf(valuesOf(creators), [';', '|']) } }),
    ...(year !== undefined && { year }),
    ...(text !== undefined && { text }),
    ...(note !== undefined && { note }),
    ...(tags !== undefined && { tags: { column: tags, ...separatorOf(valuesOf(tags), [';', '|', ',']) } }),
    ...(wanted && { wanted }),
    ...(flags.owned !== undefined && { owned: yes(flags.owned) }),
    ...(flags.liked !== undefined && { liked: yes(flags.liked) }),
    identifiers,
  };
}

/** What stands in a column's first rows, without empty cells; looked up once. */
function valuesIn(table: Table): (column: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (column) => {
    const values =
      known.get(column) ??
      table.rows
        .slice(0, ROWS_LOOKED_AT)
        .map((row) => table.cell(row, column))
        .filter((cell) => cell !== '');
    known.set(column, values);
    return values;
  };
}

function yes(column: string): { column: string; equals: string[] } {
  return { column, equals: YES };
}

/** The states of a column that are wishes, as the table writes them. */
function wishesIn(
  column: string | undefined,
  valuesOf: (column: string) => readonly string[],
): ColumnMapping['wanted'] {
  const states = column === undefined ? [] : [...new Set(valuesOf(column))];
  const equals = states.filter((state) => state.length <= 100 && WISHES.includes(foldColumn(state))).slice(0, 20);
  return column === undefined || equals.length === 0 ? undefined : { column, equals };
}

/** Most of them have letters. A column without anything may hold words. */
function areWords(values: readonly string[]): boolean {
  return values.filter((value) => /\p{L}/u.test(value)).length * 2 >= values.length;
}

/** At least half are: a few may be broken. Years alone are when things came out. */
function areDates(values: readonly string[]): boolean {
  const dates = values.filter((value) => !/^\d{4}$/u.test(value));
  const read = dates.filter((value) => readAnyDate(value, 'day-first') ?? readAnyDate(value, 'month-first'));
  return read.length > 0 && read.length * 2 >= values.length;
}

/** The first of these that stands in any of the cells. A comma may be part of a name, so it is not for makers. */
function separatorOf(values: readonly string[], separators: readonly string[]): { separator?: string } {
  const separator = separators.find((one) => values.some((value) => value.includes(one)));
  return separator === undefined ? {} : { separator };
}
