import { expect, it } from 'vitest';
import { CommonHeight } from '../../../../../src/ui/dashboard/ratings/common-height.ts';

it('takes the height of most of the first rows, and stays with it', () => {
  const heights = new CommonHeight();
  for (const height of [120, 92, 92, 120, 92]) {
    expect(heights.heard(height)).toBe(height);
    expect(heights.common).toBeUndefined();
  }
  heights.heard(92);
  expect(heights.common).toBe(92);
  for (let more = 0; more < 50; more += 1) {
    heights.heard(300);
  }
  expect(heights.common).toBe(92);
});
