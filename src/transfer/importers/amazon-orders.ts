/**
 * Amazon order history, as CSV: what was bought, not what was thought of it.
 *
 * Source:   Account → Request your data → Your Orders → `Retail.OrderHistory.….csv`, since 2026 `Your Amazon Orders`
 * Sample:   tests/fixtures/imports/amazon-orders.csv (made up; columns of the real files, seen 2024-03 and 2026-02)
 * Scale:    none: nothing is rated here
 * Dates:    `Order Date` in ISO 8601, UTC: since when it is owned
 * Oddities: only `ASIN`, `Product Name`, `Order Date`, `Website` and the quantity are kept, and `Order Status` is looked at;
 *           addresses, payment, gifts, carriers and prices are never read. A row whose cells don't match the columns is
 *           skipped, and remarks quote nothing, so that none of those comes along by mistake. A cancelled order, or one of
 *           no pieces, is none; a book's ASIN is its ISBN-10
 */
import { type Identifier, identifierOf } from '../../domain/identifier.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Outcome } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { readUtc } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import type { Row, Table } from '../table.ts';

const COLUMNS = ['ASIN', 'Product Name', 'Order Date', 'Website', 'Order Status', 'Shipping Address'] as const;
/** What may be read. Everything else in a row stays there. */
type Kept = 'ASIN' | 'Product Name' | 'Order Date' | 'Website' | 'Quantity' | 'Original Quantity' | 'Order Status';
/** How Amazon writes that it has no value. */
const NOTHING = 'Not Available';

export const amazonOrders: Importer = {
  id: 'amazon-orders',
  source: 'amazon',
  label: 'Amazon orders',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),

  *read(content) {
    if (content.sort === 'table' && content.table.has(...COLUMNS)) {
      for (const row of content.table.rows) {
        yield readRow(content.table, row);
      }
    }
  },
};

function readRow(table: Table, row: Row): Outcome {
  const reader = new RowReader(row.line);
  if (row.cells.length !== table.header.length) {
    return reader.skip('broken-row');
  }
  const cell = (column: Kept): string => table.cell(row, column).replace(NOTHING, '').trim();
  const asin = identifierOf('asin', cell('ASIN'));
  const name = nameOf(reader, cell('Product Name'));
  const quantity = cell('Quantity') || cell('Original Quantity');
  if (/^cancel/iu.test(cell('Order Status')) || quantity === '0') {
    return reader.skip('removed');
  }
  if (asin === undefined || name === '') {
    return reader.skip(asin === undefined ? 'bad-identifier' : 'no-name', asin === undefined ? 'ASIN' : 'Product Name');
  }
  const at = momentOf(reader, cell('Order Date'));
  const count = reader.count(quantity);
  const isbn = identifierOf('isbn', cell('ASIN'));
  const identifiers: Identifier[] = isbn === undefined ? [asin] : [isbn, asin];
  return reader.keep({
    thing: asin.slice('asin:'.length),
    facts: { kind: isbn === undefined ? 'Product' : 'Book', name, identifiers },
    content: {
      owned: { ...(at !== undefined && { at }), ...(count !== undefined && { count }) },
      // A host, and nothing that another column might have left here.
      ...(/^[a-z\d-]+(?:\.[a-z]{2,3}){1,2}$/iu.test(cell('Website')) && { others: { Website: cell('Website') } }),
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

function momentOf(reader: RowReader, text: string): Moment | undefined {
  const moment = text === '' ? undefined : readUtc(text);
  if (text !== '' && moment === undefined) {
    reader.remark('bad-date', 'Order Date');
  }
  return moment;
}
