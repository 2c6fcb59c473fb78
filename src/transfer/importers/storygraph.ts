/**
 * StoryGraph library export, in its present form and its old one (`Author`, `ISBN` instead of `Authors`, `ISBN/UID`).
 *
 * Source:   Manage account → Manage your data → Export StoryGraph library
 * Sample:   tests/fixtures/imports/storygraph.csv (made up; columns of the real file, seen 2025-09)
 * Scale:    `Star Rating` 0 to 5 with any decimals (quarters); empty means not rated
 * Dates:    YYYY/MM/DD, YYYY/MM or YYYY. `Dates Read` lists reads, `2024/01/02-2024/01/09` or a single day. None is when it was
 *           rated; the last day of reading comes nearest, else the day it was added. That one is kept as it stands, too, where
 *           no mark or wish tells it
 * Oddities: `ISBN/UID` is an ISBN-10 or -13, an ASIN, or StoryGraph's own UUID; HTML in `Review`; `Contributors` (translators,
 *           readers) are not its makers and are left out; `Dates Read` of what was not finished are no reads
 */
import { type Identifier, identifierOf, valueOf } from '../../domain/identifier.ts';
import type { Moment } from '../../domain/moment.ts';
import type { SourceContent } from '../../domain/source-record.ts';
import { type Outcome, thingOf } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { plainText } from '../plain-text.ts';
import { readYearFirst } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { makersOf } from './parts/makers-of.ts';
import { othersOf } from './parts/others-of.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { askForResaved, withDays } from './parts/resaved-days.ts';
import { tagsOf } from './parts/tags-of.ts';
import { whenOf } from './parts/when-of.ts';
import { wordsOf } from './parts/words-of.ts';

const COLUMNS = ['Title', 'Read Status', 'Star Rating'] as const;
const DAYS = ['Date Added', 'Last Date Read', 'Dates Read'];
const STARS = { best: 5, worst: 0 };
/** What the person says of a book beside stars and words. */
const OTHERS = [
  'Moods',
  'Pace',
  'Character- or Plot-Driven?',
  'Strong Character Development?',
  'Loveable Characters?',
  'Diverse Characters?',
  'Flawed Characters?',
  'Content Warnings',
  'Content Warning Description',
];
/** A time from one day to another, or with no end yet, whose days have hyphens, too. */
const HYPHENED = /^(\d{4}(-)\d{1,2}-\d{1,2})\s*[-–]\s*(\d{4}-\d{1,2}-\d{1,2})?$/u;
const YES = /^(?:yes|true|y|1)$/iu;
/** States that other words hold: read, wanted. */
const HELD_STATES = ['', 'read', 'to-read'];

export const storygraph: Importer = {
  id: 'storygraph',
  source: 'storygraph',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),
  questions: (content) => askForResaved(content, DAYS),
  read: (content, { answers }) => readRows(withDays(content, DAYS, answers), readRow),
};

function readRow(reader: RowReader, cell: Cell): Outcome {
  const name = reader.name('Title', cell('Title'));
  if (name === '') {
    return reader.skip('no-name', 'Title');
  }
  const authors = cell('Authors') === '' ? 'Author' : 'Authors';
  const makers = makersOf(reader, authors, cell(authors).split(','));
  const [identifier] = identifiersOf(reader, cell);
  const given = reader.mark('Star Rating', cell('Star Rating'), STARS);
  const addedAt = reader.moment('Date Added', cell('Date Added'), readYearFirst);
  const lastReadAt = reader.moment('Last Date Read', cell('Last Date Read'), readYearFirst);
  const reads = readsOf(reader, cell, lastReadAt);
  const ratedAt = reads.uses?.at(-1)?.at ?? lastReadAt ?? addedAt;
  return outcomeOf(reader, {
    thing: identifier === undefined ? thingOf(name, ...(makers.creators ?? [])) : valueOf(identifier),
    facts: { kind: 'Book', name, ...makers, identifiers: identifier === undefined ? [] : [identifier] },
    content: {
      ...(given && { ratings: [{ given, ...whenOf(ratedAt) }] }),
      ...wordsOf(reader, cell, { text: 'Review' }, plainText),
      ...tagsOf(reader, 'Tags', cell('Tags').split(',')),
      ...reads,
      ...(YES.test(cell('Owned?')) && { owned: {} }),
      ...(stateOf(cell) === 'to-read' && { wanted: whenOf(addedAt) }),
      ...othersOf(reader, cell, [
        ...(HELD_STATES.includes(stateOf(cell)) ? [] : ['Read Status']),
        ...(stateOf(cell) === 'to-read' || (given && ratedAt === addedAt) ? [] : ['Date Added']),
        ...(saysMoreThanEnds(cell) ? ['Dates Read'] : []),
        ...OTHERS,
      ]),
    },
  });
}

/** `to-read`; `To Read` in files of other tools. */
function stateOf(cell: Cell): string {
  return cell('Read Status').toLowerCase().replace(/\s+/gu, '-');
}

function identifiersOf(reader: RowReader, cell: Cell): Identifier[] {
  const column = cell('ISBN/UID') === '' ? 'ISBN' : 'ISBN/UID';
  const text = cell(column);
  const own = identifierOf('storygraph', text);
  return own === undefined ? reader.identifiers(column, /^B[\dA-Z]{9}$/iu.test(text) ? 'asin' : 'isbn', text) : [own];
}

/** The days on which it was read to the end, earliest first. */
function readsOf(
  reader: RowReader,
  cell: Cell,
  lastReadAt: Moment | undefined,
): Pick<SourceContent, 'uses' | 'useCount'> {
  const status = stateOf(cell);
  const count = reader.count(cell('Read Count')) ?? 0;
  if (status === 'did-not-finish' && count === 0) {
    return {};
  }
  const days = periodsOf(cell)
    .filter(({ end }) => end !== '')
    .map(({ end }) => reader.moment('Dates Read', end, readYearFirst))
    .filter((day) => day !== undefined)
    .sort();
  const known = days.length === 0 && lastReadAt !== undefined ? [lastReadAt] : days;
  const uses = known.length === 0 && status === 'read' ? [{}] : known.map((at) => ({ at }));
  return uses.length === 0 ? {} : { uses, ...(count > uses.length && { useCount: count }) };
}

/** `2024/01/02-2024/01/09` from its start to its end; a single day is both; what has only begun has no end. */
function periodsOf(cell: Cell): { start: string; end: string }[] {
  return cell('Dates Read')
    .split(/[,;]/u)
    .map((period) => period.trim())
    .filter((period) => period !== '')
    .map((period) => {
      const [, from, , to = ''] = HYPHENED.exec(period) ?? [];
      if (from !== undefined) {
        return { start: from, end: to };
      }
      const [start = '', end = ''] = readYearFirst(period) === undefined ? period.split('-') : [period, period];
      return { start: start.trim(), end: period.includes('-') ? end.trim() : start.trim() };
    });
}

/** Whether `Dates Read` tells a beginning, or a time that was no read to the end. */
function saysMoreThanEnds(cell: Cell): boolean {
  return (
    periodsOf(cell).some(({ start, end }) => start !== end) ||
    (stateOf(cell) === 'did-not-finish' && cell('Dates Read') !== '')
  );
}
