// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../../../src/domain/ids.ts';
import { RowToKeep } from '../../../../../src/ui/dashboard/ratings/row-to-keep.ts';

const ROW = 'row' as ItemId;

describe('RowToKeep', () => {
  it('has moved once rows are taken for another height, each time', () => {
    const kept = new RowToKeep();
    kept.keep(ROW, 92);
    expect([92, 80, 80, 84].map((rowPx) => kept.moved(rowPx))).toEqual([undefined, ROW, undefined, ROW]);
  });

  it('is let go when the person scrolls', () => {
    const kept = new RowToKeep();
    kept.hostConnected();
    kept.keep(ROW, 92);
    window.dispatchEvent(new Event('wheel'));
    expect(kept.moved(80)).toBeUndefined();
    kept.hostDisconnected();
  });
});
