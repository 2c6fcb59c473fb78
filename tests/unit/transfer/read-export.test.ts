import type * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Disclosure } from '../../../src/domain/disclosure.ts';
import type { Decision, Grant, GrantChange } from '../../../src/domain/grant.ts';
import type { StoredIntention } from '../../../src/domain/intention.ts';
import type { Item } from '../../../src/domain/item.ts';
import type { StoredPreference } from '../../../src/domain/preference.ts';
import type { RatingVersion, StoredRating } from '../../../src/domain/rating.ts';
import type { SourceContent, StoredSourceRecord } from '../../../src/domain/source-record.ts';
import type { Vendor } from '../../../src/domain/vendor.ts';
import type { IdentifierRow, ImportRecord, Merge, RefusedJoin, SettingRow } from '../../../src/store/rows.ts';
import { ExportLines, type ExportTable } from '../../../src/transfer/export-lines.ts';
import type { RECORD_SCHEMAS } from '../../../src/transfer/export-schema.ts';
import { type ExportProblem, readExport } from '../../../src/transfer/read-export.ts';

const STAMP = '00mjw2f5qzt0000abcdefgh';
const ID = '019b0000-0000-7000-8000-000000000001';
const ITEM = {
  id: ID,
  kind: 'Movie',
  name: 'A film',
  identifiers: ['imdb:tt0000001'],
  createdAt: STAMP,
  updatedAt: STAMP,
};
const RATING = {
  itemId: ID,
  kind: 'Movie',
  value: 90,
  given: { value: 4.5, best: 5, worst: 0.5 },
  ratedAt: '2021-03',
  source: 'person',
  createdAt: STAMP,
  updatedAt: STAMP,
};

type Records = Partial<Record<ExportTable, readonly object[]>>;

function written(records: Records): string {
  const lines = new ExportLines();
  const tables = Object.entries(records) as [ExportTable, readonly object[]][];
  const counts = Object.fromEntries(tables.map(([table, rows]) => [table, rows.length]));
  const parts = [
    lines.head('2026-01-02T03:04:05.000Z', counts),
    ...tables.map(([table, rows]) => lines.records(table, rows)),
    lines.end(),
  ];
  return parts.map((part) => new TextDecoder().decode(part)).join('');
}

async function read(text: string | Uint8Array, size = 7, limits?: Parameters<typeof readExport>[1]) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) {
      yield bytes.subarray(at, at + size);
    }
  }
  return readExport(pieces(), limits);
}

async function problems(text: string, size?: number): Promise<readonly ExportProblem[]> {
  const result = await read(text, size);
  return result.isGood ? [] : result.problems;
}

/** One record of a table in a file that is otherwise good. */
async function ruleOf(table: ExportTable, record: object): Promise<string> {
  const [first] = await problems(written({ [table]: [record] }));
  return first ? `${first.line} ${first.rule} ${first.detail ?? ''}`.trim() : 'good';
}

describe('threat 26: an export that was not written by Sayso', () => {
  const good = written({ items: [ITEM], ratings: [RATING] });

  it('reads what was written, in whatever pieces it comes', async () => {
    for (const size of [1, 13, 1_000_000]) {
      const result = await read(good, size);
      expect(result.isGood && [...result.tables.get('items')!.values()]).toEqual([ITEM]);
      expect(result.isGood && result.tables.get('ratings')!.get(ID)).toEqual(RATING);
    }
  });

  it('says that a file was cut off, wherever it was', async () => {
    for (let length = 0; length < good.length - 1; length += 1) {
      expect((await problems(good.slice(0, length), 50)).map(({ rule }) => rule)).toEqual(['no-end']);
    }
  });

  it('says that something was changed after it was written', async () => {
    expect(await problems(good.replace('A film', 'A foil'))).toEqual([{ line: 4, rule: 'wrong-hash' }]);
  });

  it('says that lines are missing, or too many', async () => {
    const [head, , ...rest] = good.split('\n');
    expect(await problems([head, ...rest].join('\n'))).toEqual([{ line: 3, rule: 'wrong-count' }]);
    expect(await problems(`${good}{}\n`)).toEqual([{ line: 5, rule: 'wrong-count' }]);
  });

  it('refuses a later version, and looks no further', async () => {
    const later = good.replace('"version":2', '"version":3').replace('"table":"items"', '"table":"moods"');
    expect(await problems(later)).toEqual([{ line: 1, rule: 'later-version' }]);
  });

  it.each(['hello', '{}', '[]', 'null', '{"sayso":"end"}', 'Title,Year\nM,1931\n'])(
    'is no export: %s',
    async (text) => {
      expect(await problems(text)).toMatchObject([{ line: 1, rule: 'not-an-export' }]);
    },
  );

  it('tells of each bad line where it is and what is wrong', async () => {
    const bad = written({
      items: [
        { ...ITEM, id: 'x' },
        { ...ITEM, kind: 'Thing' },
        { ...ITEM, identifiers: ['imdb:1'] },
        ITEM,
        { ...ITEM, name: 7 },
      ],
      ratings: [{ ...RATING, given: { value: 9, best: 5, worst: 0.5 } }, RATING],
    }).replace('"record":{"itemId"', '"record":["itemId"');
    expect((await problems(bad)).map(({ line, rule, detail }) => [line, rule, detail])).toEqual([
      [2, 'bad-record', 'id: not an id'],
      [3, 'bad-record', 'kind: not a kind'],
      [4, 'bad-record', 'identifiers.0: not an identifier'],
      [6, 'bad-record', expect.stringContaining('name')],
      [7, 'no-json', undefined],
      [9, 'wrong-hash', undefined],
    ]);
  });

  it.each([
    ['ratings', { ...RATING, value: 0 }],
    ['ratings', { ...RATING, value: 1e308 }],
    ['ratings', { ...RATING, given: { value: -1, best: 5, worst: 0.5 } }],
    ['ratings', { ...RATING, ratedAt: '2021-02-30' }],
    ['ratings', { ...RATING, text: 'x'.repeat(100_001) }],
    ['ratings', { ...RATING, more: 1 }],
    ['ratings', { ...RATING, createdAt: 'zzzzzzzzzzz0000abcdefgh' }],
    ['vendors', { origin: 'http://shop.example', isConnected: true, hasStars: true, isBlocked: false }],
    ['vendors', { origin: 'https://shop.example/', isConnected: true, hasStars: true, isBlocked: false }],
    ['preferences', { id: ID, key: 'Not A Key', value: 'x', strength: 'must', isPrivate: false }],
    ['settings', { value: 1 }],
    ['meta', { key: 'secret', stamp: STAMP }],
  ] as const)('refuses a record of %s that Sayso could not have written', async (table, record) => {
    expect(await ruleOf(table, record)).toMatch(/^2 bad-record /u);
  });

  it('refuses a table of no name of ours, and what is twice there', async () => {
    expect(await problems(good.replace('"table":"items"', '"table":"__proto__"'))).toMatchObject([
      { line: 2, rule: 'unknown-table' },
      { line: 4, rule: 'wrong-hash' },
    ]);
    expect((await problems(written({ items: [ITEM, ITEM] })))[0]).toMatchObject({ line: 3, rule: 'twice' });
  });

  it('keeps a line and a file within bounds', async () => {
    const limits = { lineLength: 5_000, totalBytes: 20_000 };
    const long = await read(`${good.split('\n')[0]!}\n${'x'.repeat(10_000)}`, 100, limits);
    expect(long).toMatchObject({ isGood: false, problems: [{ line: 2, rule: 'too-long' }] });
    const large = await read(`${good.split('\n')[0]!}\n${'{}\n'.repeat(20_000)}`, 100, limits);
    expect(large.isGood ? [] : large.problemCount).toBeGreaterThan(1);
  });

  it('has a field for every field of a record, and no other', () => {
    type Keys<Union> = Union extends unknown ? keyof Union : never;
    type Written<Table extends ExportTable> = Keys<v.InferOutput<(typeof RECORD_SCHEMAS)[Table]>>;
    expectTypeOf<Written<'items'>>().toEqualTypeOf<Keys<Item>>();
    expectTypeOf<Written<'identifiers'>>().toEqualTypeOf<Keys<IdentifierRow>>();
    expectTypeOf<Written<'ratings'>>().toEqualTypeOf<Keys<StoredRating>>();
    expectTypeOf<Written<'versions'>>().toEqualTypeOf<Keys<RatingVersion>>();
    expectTypeOf<Written<'merges'>>().toEqualTypeOf<Keys<Merge>>();
    expectTypeOf<Written<'preferences'>>().toEqualTypeOf<Keys<StoredPreference>>();
    expectTypeOf<Written<'vendors'>>().toEqualTypeOf<Keys<Vendor>>();
    expectTypeOf<Written<'grants'>>().toEqualTypeOf<Keys<Grant>>();
    expectTypeOf<Written<'grantChanges'>>().toEqualTypeOf<Keys<GrantChange>>();
    expectTypeOf<Written<'decisions'>>().toEqualTypeOf<Keys<Decision>>();
    expectTypeOf<Written<'disclosures'>>().toEqualTypeOf<Keys<Disclosure>>();
    expectTypeOf<Written<'sourceRecords'>>().toEqualTypeOf<Keys<StoredSourceRecord>>();
    type LiveSource = Extract<v.InferOutput<(typeof RECORD_SCHEMAS)['sourceRecords']>, { content: unknown }>;
    expectTypeOf<keyof LiveSource['content']>().toEqualTypeOf<keyof SourceContent>();
    expectTypeOf<Written<'intentions'>>().toEqualTypeOf<Keys<StoredIntention>>();
    expectTypeOf<Written<'refusedJoins'>>().toEqualTypeOf<Keys<RefusedJoin>>();
    expectTypeOf<Written<'imports'>>().toEqualTypeOf<Keys<ImportRecord>>();
    expectTypeOf<Written<'settings'>>().toEqualTypeOf<Keys<SettingRow>>();
  });
});
