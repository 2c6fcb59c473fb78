/**
 * Amazon order history, as CSV: what was bought, not what was thought of it.
 *
 * Source:   Account → Request your data → Your Orders → `Retail.OrderHistory.….csv` and `Digital Items.csv`, since 2026
 *           `Your Amazon Orders`; before 2023 the order report of items
 * Sample:   tests/fixtures/imports/amazon-orders.csv (made up; columns of the real files, seen 2024-03 and 2026-02; of the report
 *           and the digital ones as described by others)
 * Scale:    none: nothing is rated here
 * Dates:    `Order Date` in ISO 8601, UTC: since when it is owned. The report has it in the order of the shop's country
 * Oddities: only the ASIN, the product's name, the date, the site and the quantity are kept, and the status and the first
 *           letters of the order's number are looked at; addresses, payment, gifts, carriers and prices are never read. A row
 *           whose cells don't match the columns is skipped, and remarks quote nothing, so that none of those comes along by
 *           mistake. A cancelled order, or one of no pieces, is none; a book's ASIN is its ISBN-10. What is no parcel has a row
 *           for its price and one for its tax: it is not counted
 */
import { type Identifier, identifierOf } from '../../domain/identifier.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Outcome } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { readAnyDate } from '../read-any-date.ts';
import { isUnclearDay, orderOfDates, readUtc } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import type { Row, Table } from '../table.ts';

/** What may be read, in each generation's words. Everything else in a row stays there. */
const COLUMNS = {
  asin: ['ASIN', 'ASIN/ISBN'],
  name: ['Product Name', 'ProductName', 'Title'],
  date: ['Order Date', 'OrderDate'],
  order: ['Order ID', 'OrderId'],
  website: ['Website', 'Marketplace'],
  quantity: ['Quantity', 'Original Quantity', 'OriginalQuantity'],
  status: ['Order Status', 'OrderStatus'],
} as const;
type Kept = keyof typeof COLUMNS;
/** Without these it is something else. */
const NEEDED = ['asin', 'name', 'date', 'order'] as const;
/** How Amazon writes that it has no value. */
const NOTHING = /^Not (?:Available|Applicable)$/iu;

export const amazonOrders: Importer = {
  id: 'amazon-orders',
  source: 'amazon',

  recognises: (content) => content.sort === 'table' && isHistory(content.table),

  *read(content) {
    if (content.sort === 'table' && isHistory(content.table)) {
      const { table } = content;
      const order = orderIn(table);
      for (const row of table.rows) {
        yield readRow(table, row, order);
      }
    }
  },
};

function columnOf(table: Table, kept: Kept): string | undefined {
  return COLUMNS[kept].find((column) => table.has(column));
}

function isHistory(table: Table): boolean {
  return NEEDED.every((kept) => columnOf(table, kept) !== undefined);
}

function cellOf(table: Table, row: Row, kept: Kept): string {
  const column = columnOf(table, kept);
  return column === undefined ? '' : table.cell(row, column).replace(NOTHING, '');
}

type DateOrder = 'day-first' | 'month-first' | undefined;

/** How the report's dates are meant where none of them tells: as in the one country that has the month first. */
function orderIn(table: Table): DateOrder {
  const told = orderOfDates(table.rows.map((row) => cellOf(table, row, 'date')));
  const isAmerican = table.rows.some((row) => /^amazon\.com$/iu.test(cellOf(table, row, 'website')));
  return told === 'unknown' ? (isAmerican ? 'month-first' : undefined) : told;
}

function readRow(table: Table, row: Row, order: DateOrder): Outcome {
  const reader = new RowReader(row.line);
  if (row.cells.length !== table.header.length) {
    return reader.skip('broken-row');
  }
  const cell = (kept: Kept): string => cellOf(table, row, kept);
  const asin = identifierOf('asin', cell('asin'));
  const name = nameOf(reader, cell('name'));
  const quantity = cell('quantity');
  if (/^cancel/iu.test(cell('status')) || quantity === '0') {
    return reader.skip('removed');
  }
  if (asin === undefined || name === '') {
    return reader.skip(asin === undefined ? 'bad-identifier' : 'no-name', asin === undefined ? 'ASIN' : 'Product Name');
  }
  const at = momentOf(reader, cell('date'), order);
  const count = /^D\d/u.test(cell('order')) || table.has('DigitalOrderItemId') ? undefined : reader.count(quantity);
  const isbn = identifierOf('isbn', cell('asin'));
  const identifiers: Identifier[] = isbn === undefined ? [asin] : [isbn, asin];
  return reader.keep({
    thing: asin.slice('asin:'.length),
    facts: { kind: isbn === undefined ? 'Product' : 'Book', name, identifiers },
    content: {
      owned: { ...(at !== undefined && { at }), ...(count !== undefined && { count }) },
      // A host, and nothing that another column might have left here.
      ...(/^[a-z\d-]+(?:\.[a-z]{2,3}){1,2}$/iu.test(cell('website')) && { others: { Website: cell('website') } }),
    },
  });
}

/** A name without remarks that quote it. */
function nameOf(reader: RowReader, text: string): string {
  const quiet = new RowReader(0);
  const name = quiet.name('Product Name', text);
  for (const { reason } of quiet.keep().remarks) {
    reader.remark(reason, 'Product Name');
  }
  return name;
}

function momentOf(reader: RowReader, text: string, order: DateOrder): Moment | undefined {
  const moment = text === '' ? undefined : (readUtc(text) ?? readAnyDate(text, order));
  if (text !== '' && moment === undefined) {
    reader.remark(isUnclearDay(text) ? 'unclear-date' : 'bad-date', 'Order Date');
  }
  return moment;
}
