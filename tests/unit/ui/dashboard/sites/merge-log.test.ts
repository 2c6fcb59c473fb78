import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../../src/app/vendor-log.ts';
import type { RecordId } from '../../../../../src/domain/ids.ts';
import { entryId, mergeLog } from '../../../../../src/ui/dashboard/sites/merge-log.ts';

function entry(atMs: number, id = String(atMs)): LogEntry {
  return { kind: 'read', atMs, disclosure: { id: id as RecordId } } as LogEntry;
}

describe('mergeLog', () => {
  it('puts what came meanwhile before what was known', () => {
    expect(mergeLog([entry(2), entry(1)], [entry(3), entry(2)]).map(({ atMs }) => atMs)).toEqual([3, 2, 1]);
  });

  it('orders entries of one millisecond by id, newest first', () => {
    expect(mergeLog([entry(1, 'a')], [entry(1, 'b')]).map(entryId)).toEqual(['b', 'a']);
  });

  it('holds every entry once, newest first, whatever the pages were', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.array(fc.nat(50)), (known, fresh) => {
        const merged = mergeLog(
          known.map((at) => entry(at)),
          fresh.map((at) => entry(at)),
        );
        expect(merged.map(({ atMs }) => atMs)).toEqual([...new Set([...known, ...fresh])].sort((a, b) => b - a));
      }),
    );
  });
});
