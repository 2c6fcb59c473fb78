/**
 * BoardGameGeek collection, as CSV, and as XML as its service answers.
 *
 * Source:   Collection → Export (`collection.csv`); `xmlapi2/collection?username=…&stats=1`, which tools save
 * Sample:   tests/fixtures/imports/boardgamegeek.csv (made up; columns of the real file, seen 2025-02; elements of the service's
 *           description)
 * Scale:    `rating` 1 to 10 with decimals; 0 means not rated
 * Dates:    none that say when it was rated
 * Oddities: `baverage`, `average`, `avgweight`, `rank` are the crowd's; `weight` is the person's; a wish of priority 5 means
 *           'don't buy this'; `yearpublished` 0 is unknown, below 0 before our era; prices, stock and places of the private
 *           columns are not read, only `privatecomment`. In XML what is not rated is `N/A`, and `status` and `privateinfo`
 *           have attributes; when a record was last changed says nothing of what was changed
 */
import type { SourceContent } from '../../domain/source-record.ts';
import type { Outcome } from '../entry.ts';
import type { Content, Importer, XmlNode } from '../importer.ts';
import { RowReader } from '../row-reader.ts';
import { othersOf } from './parts/others-of.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { wordsOf } from './parts/words-of.ts';
import { yearOf } from './parts/year-of.ts';

const COLUMNS = ['objectname', 'objectid', 'rating'] as const;
const SCALE = { best: 10, worst: 1 };
const WISHES = ['want', 'wanttobuy', 'wanttoplay'];
/** "Don't buy this." */
const NO_WISH = '5';

export const boardgamegeek: Importer = {
  id: 'boardgamegeek',
  source: 'boardgamegeek',

  recognises: (content) => (content.sort === 'table' ? content.table.has(...COLUMNS) : itemsOf(content).length > 0),

  *read(content) {
    yield* readRows(content, readRow);
    for (const item of itemsOf(content)) {
      yield readRow(new RowReader(item.line), itemCell(item));
    }
  },
};

function itemsOf(content: Content): readonly XmlNode[] {
  return content.sort === 'xml' && content.root.name === 'items'
    ? content.root.children.filter(({ attributes }) => attributes?.has('objectid') && attributes.has('subtype'))
    : [];
}

/** A thing of the XML under the columns of the table. */
function itemCell(item: XmlNode): Cell {
  const status = childOf(item, 'status');
  return (column) => {
    switch (column) {
      case 'objectid':
        return item.attributes?.get('objectid') ?? '';
      case 'objectname':
        return childOf(item, 'name')?.text ?? '';
      case 'rating': {
        const mark = childOf(childOf(item, 'stats'), 'rating')?.attributes?.get('value') ?? '';
        return mark === 'N/A' ? '' : mark;
      }
      case 'privatecomment':
        return childOf(childOf(item, 'privateinfo'), 'privatecomment')?.text ?? '';
      default:
        return status?.attributes?.get(column) ?? childOf(item, column)?.text ?? '';
    }
  };
}

function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

function readRow(reader: RowReader, cell: Cell): Outcome {
  const name = reader.name('objectname', cell('objectname'));
  const id = reader.name('objectid', cell('objectid'));
  if (name === '' || id === '') {
    return reader.skip('no-name', name === '' ? 'objectname' : 'objectid');
  }
  return outcomeOf(reader, {
    thing: id,
    facts: {
      kind: 'Game',
      name,
      ...yearOf(cell('yearpublished')),
      identifiers: reader.identifiers('objectid', 'bgg', id),
    },
    content: contentOf(reader, cell),
  });
}

function contentOf(reader: RowReader, cell: Cell): SourceContent {
  const given = reader.mark('rating', cell('rating'), SCALE, 0);
  const plays = reader.count(cell('numplays'));
  const isWished = cell('wishlist') === '1' && cell('wishlistpriority') !== NO_WISH;
  const isWanted = isWished || WISHES.some((column) => cell(column) === '1');
  const comment = reader.words('wishlistcomment', cell('wishlistcomment'));
  return {
    ...(given && { ratings: [{ given }] }),
    ...wordsOf(reader, cell, { text: 'comment', note: 'privatecomment' }),
    ...(plays !== undefined && { uses: [{}], ...(plays > 1 && { useCount: plays }) }),
    ...(cell('own') === '1' && { owned: {} }),
    ...(isWanted && { wanted: { ...(comment !== undefined && { note: comment }) } }),
    ...othersOf(reader, (column) => (/^0(?:\.0*)?$/u.test(cell(column)) ? '' : cell(column)), [
      'weight',
      'prevowned',
      'fortrade',
      'preordered',
      ...(cell('wishlist') === '1' ? ['wishlistpriority'] : []),
      ...(isWanted ? [] : ['wishlistcomment']),
    ]),
  };
}
