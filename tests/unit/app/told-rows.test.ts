import { describe, expect, it } from 'vitest';
import { firstOfBoth, toldRows } from '../../../src/app/told-rows.ts';
import type { FileRemark } from '../../../src/transfer/gather.ts';

const remark = (file: number, line: number, reason: FileRemark['reason'], isSkipped: boolean): FileRemark => ({
  file,
  line,
  reason,
  isSkipped,
});

describe('toldRows', () => {
  it('counts a row once, and as not taken whatever else is said of it, but not that the rest of it is kept', () => {
    const remarks = [
      remark(0, 2, 'bad-date', false),
      remark(0, 2, 'bad-mark', false),
      remark(0, 2, 'no-name', true),
      remark(1, 2, 'bad-date', false),
    ];
    expect(toldRows({ remarks })).toEqual({
      skipped: 1,
      remarked: 1,
      remarks: [remark(0, 2, 'bad-mark', true), remark(0, 2, 'no-name', true), remark(1, 2, 'bad-date', false)],
    });
  });

  it('says of a file that describes things nothing but what is wrong there', () => {
    const remarks = [
      remark(0, 2, 'says-nothing', true),
      remark(0, 3, 'no-name', true),
      remark(1, 2, 'says-nothing', true),
    ];
    expect(toldRows({ remarks }, new Set([0])).remarks).toEqual(remarks.slice(1));
  });
});

describe('firstOfBoth', () => {
  it('lets many rows that are not taken hide none that are', () => {
    const many = Array.from({ length: 9 }, (_, line) => remark(0, line, 'no-name', true));
    const one = remark(1, 1, 'bad-date', false);
    expect(firstOfBoth([...many, one], 3)).toEqual([...many.slice(0, 3), one]);
  });
});
