import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../../src/domain/ask.ts';
import { readMoment } from '../../src/domain/moment.ts';
import type { WholeCopy } from '../../src/domain/vendor-copy.ts';
import { copyForVendor } from '../../src/policy/request/copy-for-vendor.ts';
import { openPartOf } from '../../src/policy/request/open-part.ts';
import { orderDocument } from '../../src/transfer/ubl/order.ts';
import { quotation } from '../../src/transfer/ubl/quotation.ts';
import { requestForQuotation } from '../../src/transfer/ubl/request-for-quotation.ts';
import {
  ASKED,
  DAY,
  decimal,
  DELIVERY,
  EUR,
  euro,
  messageId,
  NOW,
  offer,
  quantity,
  quote,
  request,
  THREAD,
} from '../support/request-samples.ts';
import { id, SHOP } from '../support/samples.ts';
import { allNamed, readUbl, type UblNode } from '../support/ubl-misfit.ts';
import { tableRows, textOf } from './support/repository.ts';

const protocol = textOf('docs/protocol.md');

const ITEM = { identifiers: [id('gtin:4006381333931'), id('mpn:rover/DUO-7'), id('wikidata:Q42')] };

/** With a date and a month, which UBL has no word for. */
function requested(neededBy: string): string {
  const open = openPartOf(
    request({
      neededBy: readMoment(neededBy)!,
      budget: { max: euro('700'), min: euro('300'), isShown: true },
      rule: { pick: 'cheapest', price: euro('480'), deadlineMs: NOW + DAY },
      answerByMs: NOW + DAY,
    }),
  );
  const copy = copyForVendor(open, 'whole', { id: THREAD, person: ASKED.person, copy: 1 }) as WholeCopy;
  return requestForQuotation({ ...copy, lines: copy.lines.map((line) => ({ ...line, ...ITEM })) }, SHOP, NOW);
}

function quoted(): string {
  const full = offer({
    ...ITEM,
    price: {
      per: quantity('1'),
      tiers: [
        { from: decimal('0'), amount: euro('4.20') },
        { from: decimal('10'), amount: euro('3.99') },
      ],
    },
    steps: { min: decimal('1'), max: decimal('100'), step: decimal('1') },
    options: [{ key: 'w', name: 'Bell', amount: euro('3'), per: 'unit' }],
    availability: 'InStock',
    inventory: decimal('40'),
    leadTime: { fromDays: 2, toDays: 4 },
    warrantyMonths: 24,
  });
  const whole = quote('q1', {
    lines: [full, { ...full, key: 's', isSubstitute: true }, { kind: 'not-offered', line: 2, reason: 'out-of-stock' }],
    handling: { kind: 'charged', amount: euro('2') },
    tax: { kind: 'excluded-rate', percent: decimal('19') },
    returns: { kind: 'days', days: 14, paidBy: 'vendor' },
    contact: { name: 'Jo Larsen' },
    validFor: 'the mainland',
  });
  const copy = copyForVendor(openPartOf(request()), 'whole', { id: THREAD, person: ASKED.person, copy: 1 });
  return quotation({
    copy: copy as WholeCopy,
    quote: whole,
    totals: { lines: new Map(), goods: euro('4.20'), tax: euro('0.80'), unknown: ['freight'], atLeast: euro('5') },
    vendor: SHOP,
    person: ASKED.person,
    quotedAtMs: NOW,
  });
}

function ordered(): string {
  return orderDocument({
    order: {
      number: 'B-77',
      lines: [{ offer: 'a', name: 'Rover Duo', quantity: quantity('1'), options: ['Bell'], amount: euro('499') }],
      freight: euro('9.90'),
      total: euro('508.90'),
    },
    quote: messageId('q1'),
    currency: EUR,
    delivery: DELIVERY,
    vendor: SHOP,
    person: ASKED.person,
    acceptedAtMs: NOW,
  });
}

/** Every element of the documents, as the names from the root down to it. */
function pathsOf({ name, children }: UblNode, above: readonly string[] = []): readonly string[] {
  const path = [...above, name.replace(/^c[ab]c:/u, '')];
  return [`/${path.join('/')}`, ...children.flatMap((child) => pathsOf(child, path))];
}

describe('the UBL column of docs/protocol.md', () => {
  const documents = [requested('2026-12-01'), requested('2026-12'), quoted(), ordered()].map(readUbl);
  const paths = documents.flatMap((root) => pathsOf(root));
  const notes = documents.flatMap((root) => allNamed(root, 'cbc:Note').map(({ text }) => text));
  const rows = tableRows(protocol, 'PIP 3A1', 'UBL 2.x', 'schema.org', 'Sayso');
  const told = rows.flatMap(([, cell = '']) => (cell.startsWith('(') ? [] : cell.split(', ')));
  const toldNotes = told.flatMap((part) => /^(?:of a \w+ )?Note `(.+)…`$/u.exec(part)?.[1] ?? []);

  it.each(told.filter((part) => !part.includes('Note ')))(
    'names what is written when something is saved: %s',
    (part) => {
      expect(paths.filter((path) => path.endsWith(`/${part}`))).not.toEqual([]);
    },
  );

  it('names notes as they begin', () => {
    expect(told.filter((part) => part.includes('Note '))).toHaveLength(toldNotes.length);
    expect(toldNotes.length).toBeGreaterThan(15);
    expect(toldNotes.filter((start) => !notes.some((note) => note.startsWith(start)))).toEqual([]);
  });

  it('leaves out no note that is written for a field', () => {
    const written = new Set(notes.flatMap((note) => /^[A-Z][a-z ]+: /u.exec(note)?.[0] ?? []));
    // What one document says of another, and of its own sum, is no field of either.
    const own = ['Offer: ', 'Not in the total: '];
    expect([...written].filter((start) => ![...own, ...toldNotes].includes(start))).toEqual([]);
  });

  it('names in brackets nothing that is written', () => {
    const others = rows.flatMap(([, cell = '']) => /^\((\w+(?:, \w+)*)\)$/u.exec(cell)?.[1]?.split(', ') ?? []);
    expect(others).toContain('OrderResponse');
    expect(others.filter((name) => paths.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
  });
});

describe('the asks of docs/protocol.md', () => {
  it('want nothing that every ask is refused for', () => {
    const [said = ''] = new Map(tableRows(protocol, 'field', '').map(([field = '', ...rest]) => [field, rest])).get(
      'collection',
    ) ?? [''];
    const named = [...said.matchAll(/`(\w+)`/gu)].map(([, name]) => name);
    expect(named).toEqual(COLLECTIONS.filter((name) => name !== 'intentions'));
  });
});
