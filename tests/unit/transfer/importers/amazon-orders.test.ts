import { describe, expect, it } from 'vitest';
import { amazonOrders } from '../../../../src/transfer/importers/amazon-orders.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'amazon-orders.csv';
describeImporterContract(amazonOrders, FIXTURE);

describe('amazonOrders', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(amazonOrders, content);

  it('reads what was bought, when, how many and where', () => {
    expect(entries[0]).toEqual({
      line: 2,
      thing: 'B000TEST01',
      facts: { kind: 'Product', name: 'Kettle with a Whistle', identifiers: ['asin:B000TEST01'] },
      content: { owned: { at: '2026-01-15T10:30:00.000Z', count: 2 }, others: { Website: 'Amazon.co.uk' } },
    });
  });

  it('takes a book’s number for its ISBN', () => {
    expect(entries[1]).toEqual({
      line: 3,
      thing: '0141439602',
      facts: { kind: 'Book', name: 'The Lighthouse Ledger', identifiers: ['isbn:9780141439600', 'asin:0141439602'] },
      content: { owned: { at: '2025-12-01T08:00:00.000Z', count: 1 }, others: { Website: 'Amazon.com' } },
    });
  });

  it('has an entry for each order of one thing, and takes only a host for a website', () => {
    expect(entries[2]).toEqual({
      line: 4,
      thing: 'B000TEST01',
      facts: { kind: 'Product', name: 'Kettle with a Whistle', identifiers: ['asin:B000TEST01'] },
      content: { owned: { at: '2026-02-01T08:00:00.000Z', count: 1 } },
    });
  });

  it('keeps what is left of a row with bad cells, and quotes none', () => {
    expect(entries[3]).toEqual({
      line: 6,
      thing: 'B000TEST03',
      facts: { kind: 'Product', name: 'Rope', identifiers: ['asin:B000TEST03'] },
      content: { owned: {}, others: { Website: 'Amazon.co.uk' } },
    });
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(4);
    expect(outcomesOf(amazonOrders, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 5, reason: 'removed', isSkipped: true },
      { line: 6, reason: 'bad-date', column: 'Order Date', isSkipped: false },
      { line: 7, reason: 'bad-identifier', column: 'ASIN', isSkipped: true },
      { line: 8, reason: 'broken-row', isSkipped: true },
      { line: 9, reason: 'no-name', column: 'Product Name', isSkipped: true },
    ]);
  });

  it('lets nothing of addresses, payment, gifts, carriers, orders and prices into what it reads, remarks included', () => {
    expect(JSON.stringify(outcomesOf(amazonOrders, content))).not.toMatch(
      /SECRET|Hidden|Visa|mail\.example|birthday|1Z999|GBP|219\.49|14\.39|next-1dc/u,
    );
  });

  const OLD =
    'Website,Order ID,Order Date,Purchase Order Number,Currency,Unit Price,Unit Price Tax,Shipping Charge,Total Discounts,Total Owed,Shipment Item Subtotal,Shipment Item Subtotal Tax,ASIN,Product Condition,Quantity,Payment Instrument Type,Order Status,Shipment Status,Ship Date,Shipping Option,Shipping Address,Billing Address,Carrier Name & Tracking Number,Product Name,Gift Message,Gift Sender Name,Gift Recipient Contact Details';
  const ORDER =
    'Amazon.de,SECRET-ORDER,2023-06-13T10:30:00Z,SECRET-PO,EUR,"1,219.49",0,0,\'-14.39\',9,9,0,B000TEST09,new,1,SECRET-PAYMENT,Closed,Shipped,2023-06-14T10:30:00Z,std,SECRET-SHIPPING,SECRET-BILLING,SECRET-CARRIER,Compass,SECRET-GIFT,SECRET-SENDER,SECRET-CONTACT';

  it.each([
    ['of 2023', OLD, ORDER],
    ['of 2025, which has serial numbers, too', `${OLD},Item Serial Number`, `${ORDER},SECRET-SERIAL`],
  ])('reads the columns %s', (_when, header, row) => {
    const table = tableOf(header, row);
    expect(amazonOrders.recognises(table)).toBe(true);
    expect(outcomesOf(amazonOrders, table)).toEqual([
      {
        entries: [
          {
            line: 2,
            thing: 'B000TEST09',
            facts: { kind: 'Product', name: 'Compass', identifiers: ['asin:B000TEST09'] },
            content: { owned: { at: '2023-06-13T10:30:00.000Z', count: 1 }, others: { Website: 'Amazon.de' } },
          },
        ],
        remarks: [],
      },
    ]);
  });

  it('takes no pieces for a cancelled order, and names what it leaves of a name without quoting it', () => {
    const none = ORDER.replace(',new,1,', ',new,0,');
    const bad = ORDER.replace('Compass', 'Com\u202Epass');
    expect(outcomesOf(amazonOrders, tableOf(OLD, none, bad)).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 2, reason: 'removed', isSkipped: true },
      { line: 3, reason: 'bad-characters', column: 'Product Name', isSkipped: false },
    ]);
  });

  it('skips a row whose cells are shifted, since an address could stand for a name', () => {
    expect(outcomesOf(amazonOrders, tableOf(OLD, `SECRET,${ORDER}`, ORDER.slice(10)))).toEqual([
      { entries: [], remarks: [{ line: 2, reason: 'broken-row', isSkipped: true }] },
      { entries: [], remarks: [{ line: 3, reason: 'broken-row', isSkipped: true }] },
    ]);
  });

  it('reads the report of items, whose dates are as the shop’s country writes them', () => {
    const header =
      'Order Date,Order ID,Title,Category,ASIN/ISBN,Website,Seller,Quantity,Payment Instrument Type,Ordering Customer Email,Shipping Address Name,Order Status';
    const rows = (site: string) => [
      header,
      `01/02/19,111-SECRET,Salt Roads,ABIS_BOOK,0141439602,${site},SECRET,2,SECRET Visa,SECRET@mail.example,SECRET,Shipped`,
    ];
    expect(entriesOf(amazonOrders, tableOf(...rows('Amazon.com')))).toEqual([
      {
        line: 2,
        thing: '0141439602',
        facts: { kind: 'Book', name: 'Salt Roads', identifiers: ['isbn:9780141439600', 'asin:0141439602'] },
        content: { owned: { at: '2019-01-02', count: 2 }, others: { Website: 'Amazon.com' } },
      },
    ]);
    const unsure = outcomesOf(amazonOrders, tableOf(...rows('Amazon.co.uk')));
    expect(unsure[0]?.remarks).toEqual([{ line: 2, reason: 'unclear-date', column: 'Order Date', isSkipped: false }]);
    const told = tableOf(...rows('Amazon.co.uk'), '23/02/19,112,Tide,Misc,B000TEST01,Amazon.co.uk,S,1,V,e,n,Shipped');
    expect(entriesOf(amazonOrders, told).map(({ content: said }) => said?.owned?.at)).toEqual([
      '2019-02-01',
      '2019-02-23',
    ]);
    expect(JSON.stringify([unsure, entriesOf(amazonOrders, told)])).not.toContain('SECRET');
  });

  it('reads digital items, in a row for the price and one for the tax, without counting them', () => {
    const table = tableOf(
      'ASIN,ProductName,OrderId,DigitalOrderItemId,Marketplace,OrderDate,OriginalQuantity,OurPrice',
      'B000TEST09,The Quay,D01-1,X,www.amazon.com,2025-09-25T00:44:00Z,1,10.99',
      'B000TEST09,The Quay,D01-1,X,www.amazon.com,2025-09-25T00:44:00Z,1,Not Applicable',
    );
    expect(entriesOf(amazonOrders, table)[1]).toEqual({
      line: 3,
      thing: 'B000TEST09',
      facts: { kind: 'Product', name: 'The Quay', identifiers: ['asin:B000TEST09'] },
      content: { owned: { at: '2025-09-25T00:44:00.000Z' } },
    });
  });

  it.each([
    ['a cart', 'ASIN,Cart Domain,Date Added to Cart,Order Quantity,Product Name'],
    ['refunds', 'Order ID,Refund Amount,Refund Date,Website'],
  ])('does not take %s for orders', (_what, header) => {
    expect(amazonOrders.recognises(tableOf(header, 'a,b,c,d,e'))).toBe(false);
  });
});
