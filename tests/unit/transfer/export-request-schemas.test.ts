import type * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Branded } from '../../../src/domain/ids.ts';
import type {
  OrderRow,
  ProposalRow,
  RequestVersion,
  StoredRequest,
  ThreadEntry,
  ThreadRow,
} from '../../../src/store/request-rows.ts';
import { ExportLines, type ExportTable } from '../../../src/transfer/export-lines.ts';
import type { RECORD_SCHEMAS } from '../../../src/transfer/export-schema.ts';
import { readExport } from '../../../src/transfer/read-export.ts';
import { changeRequest } from '../../../src/app/change-request.ts';
import { acceptQuote } from '../../../src/app/accept-quote.ts';
import { takeReply } from '../../../src/app/take-reply.ts';
import { DELIVERY, euro, quote } from '../../support/request-samples.ts';
import { asked, input, requestRows } from '../../support/request-store.ts';
import { SHOP } from '../../support/samples.ts';
import { ACCEPT } from '../../support/thread-samples.ts';

/** A record as JSON has it: no brands, and nothing that can't be changed. */
type Plain<T> =
  T extends Branded<string>
    ? string
    : T extends string | number | boolean | undefined
      ? T
      : T extends readonly (infer One)[]
        ? Plain<One>[]
        : { -readonly [Key in keyof T]: Plain<T[Key]> };

type Read<Table extends ExportTable> = v.InferOutput<(typeof RECORD_SCHEMAS)[Table]>;
type IsRead<Table extends ExportTable, Row> = Plain<Row> extends Read<Table> ? true : false;

async function ruleOf(table: ExportTable, record: object): Promise<string> {
  const lines = new ExportLines();
  const bytes = [lines.head('2026-01-02T03:04:05.000Z', { [table]: 1 }), lines.records(table, [record]), lines.end()];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield* bytes;
  }
  const result = await readExport(chunks());
  return result.isGood ? 'good' : `${result.problems[0]?.rule} ${result.problems[0]?.detail ?? ''}`;
}

describe('records of requests in an export', () => {
  it('may be all that the store can write', () => {
    expectTypeOf<IsRead<'requests', StoredRequest>>().toEqualTypeOf<true>();
    expectTypeOf<IsRead<'requestVersions', RequestVersion>>().toEqualTypeOf<true>();
    expectTypeOf<IsRead<'threads', ThreadRow>>().toEqualTypeOf<true>();
    expectTypeOf<IsRead<'messages', ThreadEntry>>().toEqualTypeOf<true>();
    expectTypeOf<IsRead<'orders', OrderRow>>().toEqualTypeOf<true>();
    expectTypeOf<IsRead<'proposals', ProposalRow>>().toEqualTypeOf<true>();
  });

  it('threat 26: have no budget that is none, in a request, an earlier version or a copy', async () => {
    const shown = { budget: { max: euro('700'), min: euro('300'), isShown: true } };
    const { context, id, shop } = await asked('endpoint', shown);
    const later = input({ ...shown, title: 'Changed' });
    await changeRequest(context, { id, request: later });
    const rows = await requestRows(context);
    const records: readonly [ExportTable, object][] = [
      ['requests', rows.requests[0] as object],
      ['requestVersions', rows.requestVersions[0] as object],
      ['threads', rows.threads.find((one) => (one as ThreadRow).id === shop) as object],
      ['messages', rows.messages.find((one) => (one as ThreadEntry).threadId === shop) as object],
    ];
    const faults: readonly [string, string][] = [
      ['"minor":70000', '"minor":29999'],
      ['"minor":30000,"currency":"EUR"', '"minor":30000,"currency":"USD"'],
    ];
    for (const [table, record] of records) {
      const text = JSON.stringify(record);
      expect(await ruleOf(table, record)).toBe('good');
      for (const [good, bad] of faults) {
        expect(text, table).toContain(good);
        expect(await ruleOf(table, JSON.parse(text.replace(good, bad)) as object), `${table}: ${bad}`).toMatch(
          /^bad-record .*budget/u,
        );
      }
    }
  });

  it('threat 26: may be nothing else', async () => {
    const { context, shop } = await asked();
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') });
    const { acceptance } = ACCEPT;
    await acceptQuote(context, { thread: shop, acceptance, delivery: DELIVERY });
    const rows = await requestRows(context);
    const row = rows.threads.find((one) => (one as ThreadRow).id === shop) as ThreadRow;
    expect(await ruleOf('threads', row)).toBe('good');
    const text = JSON.stringify(row);
    const spoilt: readonly [string, string][] = [
      ['"minor":990', '"minor":9.9'],
      ['"currency":"EUR"', '"currency":"XXX1"'],
      ['"kind":"accepted"', '"kind":"paid"'],
      ['"value":"1"', '"value":"1e9"'],
      ['"vendor":"', '"vendor":"javascript:'],
      ['"isOver":0', '"isOver":3'],
      ['"sent":', '"sent":-'],
      ['"channel":', '"chanel":'],
    ];
    for (const [good, bad] of spoilt) {
      expect(text).toContain(good);
      expect(await ruleOf('threads', JSON.parse(text.replace(good, bad)) as object), bad).toMatch(/^bad-record /u);
    }
  });
});
