import * as v from 'valibot';
import type { Scheme } from '../domain/identifier.ts';
import { ITEM_KINDS } from '../domain/item.ts';

/** Schemes whose values a column of anybody's table may hold as they are. */
export const MAPPED_SCHEMES = [
  'gtin',
  'isbn',
  'imdb',
  'wikidata',
  'musicbrainz',
  'openlibrary',
  'oclc',
  'goodreads',
  'librarything',
  'storygraph',
  'bgg',
  'steam',
  'asin',
  'url',
] as const satisfies readonly Scheme[];

const column = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const separated = v.strictObject({ column, separator: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(5))) });
/** The rows in which the column says one of these; letter case does not matter. */
const where = v.strictObject({
  column,
  equals: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(20)),
});
const finite = v.pipe(v.number(), v.finite());

/** What the columns of a table mean. Remembered from one import to the next, so it is checked when it comes back. */
const columnMappingSchema = v.strictObject({
  /** Whose table it is, so that two tables of different makes are two sources. Absent for just any. */
  source: v.optional(v.pipe(v.string(), v.regex(/^[a-z\d](?:[a-z\d-]{0,38}[a-z\d])?$/u))),
  name: column,
  /** What all the things are, or the column that says so of each. */
  kind: v.union([v.strictObject({ fixed: v.picklist(ITEM_KINDS) }), v.strictObject({ column })]),
  mark: v.optional(
    v.pipe(
      v.strictObject({ column, best: finite, worst: finite, zeroIsNone: v.boolean() }),
      v.check(
        ({ best, worst }) => best > worst && best > 0,
        'The best mark is not above the worst, or not above zero.',
      ),
    ),
  ),
  date: v.optional(
    v.strictObject({
      column,
      /** How `06/07/2021` is meant. Absent when that is not known: such dates are then not read. */
      order: v.optional(v.picklist(['day-first', 'month-first'])),
      /** What happened then: it was rated, or it was seen, read, played. */
      means: v.picklist(['rated', 'used']),
    }),
  ),
  creators: v.optional(separated),
  year: v.optional(column),
  text: v.optional(column),
  note: v.optional(column),
  tags: v.optional(separated),
  wanted: v.optional(where),
  owned: v.optional(where),
  liked: v.optional(where),
  identifiers: v.pipe(
    v.array(v.strictObject({ scheme: v.picklist(MAPPED_SCHEMES), column })),
    v.maxLength(MAPPED_SCHEMES.length),
  ),
});
export type ColumnMapping = v.InferOutput<typeof columnMappingSchema>;

/** A mapping that was remembered; `undefined` when it is none, or one of another version of Sayso. */
export function readMapping(value: unknown): ColumnMapping | undefined {
  const { success, output } = v.safeParse(columnMappingSchema, value);
  return success ? output : undefined;
}

/** Every column the mapping names, each once. */
export function columnsOf(mapping: ColumnMapping): string[] {
  const { name, kind, mark, date, creators, year, text, note, tags, wanted, owned, liked, identifiers } = mapping;
  const columns = [
    name,
    'column' in kind ? kind.column : undefined,
    ...[mark, date, creators, tags, wanted, owned, liked].map((part) => part?.column),
    year,
    text,
    note,
    ...identifiers.map((identifier) => identifier.column),
  ];
  return [...new Set(columns.filter((one) => one !== undefined))];
}
