import { describe, expect, it } from 'vitest';
import { MOST_UNREAD, MOST_UNREAD_BYTES, unreadRows } from '../../../src/app/unread-rows.ts';
import type { FileRemark } from '../../../src/transfer/gather.ts';

function remark(line: number, change: Partial<FileRemark> = {}): FileRemark {
  return { file: 3, line, reason: 'no-name', isSkipped: true, value: '12 Elm Street', ...change };
}

const places = new Map([[3, 0]]);

describe('unreadRows', () => {
  it('has where a row stood and why it was not taken, not what stood there', () => {
    const remarks = [
      remark(2, { column: 'Title' }),
      remark(3, { isSkipped: false }),
      remark(4, { file: 9 }),
      remark(5, { reason: 'broken-row' }),
    ];
    expect(unreadRows(remarks, places)).toEqual([
      { file: 0, line: 2, reason: 'no-name', column: 'Title' },
      { file: 0, line: 5, reason: 'broken-row' },
    ]);
  });

  it('remembers so many rows, of so many bytes', () => {
    const many = Array.from({ length: 1_000 }, (_, line) => remark(line));
    expect(unreadRows(many, places)).toHaveLength(MOST_UNREAD);
    const long = unreadRows(
      many.map((one) => ({ ...one, column: '\u{1f600}'.repeat(1_000) })),
      places,
    );
    expect(long.length).toBeLessThan(MOST_UNREAD);
    expect(new TextEncoder().encode(JSON.stringify(long)).length).toBeLessThanOrEqual(MOST_UNREAD_BYTES + 2);
    expect(long[0]?.column?.isWellFormed()).toBe(true);
  });
});
