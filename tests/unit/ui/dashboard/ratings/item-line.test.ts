import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../../src/domain/item.ts';
import { itemLine } from '../../../../../src/ui/dashboard/ratings/item-line.ts';
import { sourceName } from '../../../../../src/ui/dashboard/ratings/source-name.ts';

function item(facts: Partial<Item>): Item {
  return { kind: 'Movie', name: 'x', identifiers: [], ...facts } as unknown as Item;
}

/** Without the marks that keep the direction of each part to itself. */
function plain(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/gu, '');
}

describe('itemLine', () => {
  it.each([
    [{}, 'Film'],
    [{ creators: ['A', 'B'], year: 1999 }, 'Film · A and B · 1999'],
    [{ kind: 'Product', brand: 'Acme' } as const, 'Product · Acme'],
    [{ creators: ['A'], brand: 'Acme' }, 'Film · A'],
    [{ creators: ['A', 'B', 'C', 'D'] }, 'Film · A, B, C …'],
  ])('tells %j', (facts, line) => {
    expect(plain(itemLine(item(facts)))).toBe(line);
  });

  it('keeps an override of direction inside its own part', () => {
    expect(itemLine(item({ creators: ['\u202Eevil'], year: 2000 }))).toContain('\u2068\u202Eevil\u2069 · ');
  });
});

describe('sourceName', () => {
  it('says that the person rated it here, or what it was imported from', () => {
    expect(sourceName('person')).toBe('in Sayso');
    expect(sourceName('letterboxd-csv')).toBe('from letterboxd-csv');
  });
});
