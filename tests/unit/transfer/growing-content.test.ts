import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/domain/moment.ts';
import type { SourceContent } from '../../../src/domain/source-record.ts';
import { boundContent } from '../../../src/transfer/bound-content.ts';
import { GrowingContent } from '../../../src/transfer/growing-content.ts';
import { JoiningContent } from '../../../src/transfer/joining-content.ts';
import { KEPT } from '../../../src/transfer/kept-limits.ts';

function day(n: number): Moment {
  return new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10) as Moment;
}

function marked(value: number, at?: Moment): SourceContent {
  return { ratings: [{ given: { value, best: 5, worst: 0.5 }, ...(at !== undefined && { at }) }] };
}

/** Each row joined to all before it as if these came from elsewhere. */
function oneByOne(rows: readonly SourceContent[], isSameFile: boolean) {
  const contradicts: boolean[] = [];
  const content = rows.reduce<SourceContent | undefined>((all, row) => {
    const joining = new JoiningContent(all);
    contradicts.push(all !== undefined && joining.add(row, isSameFile));
    return boundContent(all === undefined ? row : joining.content).content;
  }, undefined);
  return { content, contradicts };
}

const row: fc.Arbitrary<SourceContent> = fc
  .record({
    mark: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    at: fc.option(fc.nat(60).map(day), { nil: undefined }),
    isRepeat: fc.boolean(),
    tags: fc.subarray(['x', 'y', 'z']),
    text: fc.constantFrom(undefined, 'One.', 'Two.'),
  })
  .map(({ mark, at, isRepeat, tags, text }) => ({
    ...(mark !== undefined && marked(mark, at)),
    uses: [{ ...(at !== undefined && { at }), ...(isRepeat && { isRepeat: true as const }) }],
    ...(tags.length > 0 && { tags }),
    ...(text !== undefined && { text }),
  }));

describe('GrowingContent', () => {
  it.each([true, false])(
    'says of many rows what it says of each joined to those before it (one file: %s)',
    (isSame) => {
      fc.assert(
        fc.property(fc.array(row, { minLength: 60, maxLength: 200, size: 'max' }), (rows) => {
          const growing = new GrowingContent();
          const contradicts = rows.map((one) => growing.add(one, isSame).contradicts);
          expect({ content: growing.content, contradicts }).toEqual(oneByOne(rows, isSame));
        }),
        { numRuns: 40 },
      );
    },
  );

  it('keeps each of thousands of times and marks, in whatever order they come', () => {
    const growing = new GrowingContent();
    for (let n = 0; n < 5_000; n += 1) {
      const at = day((n * 1_871) % 5_000);
      growing.add({ ...marked(1 + (n % 5), at), uses: [{ at }] }, true);
    }
    const { uses = [], ratings = [] } = growing.content ?? {};
    expect(uses.map(({ at }) => at)).toEqual(Array.from({ length: 5_000 }, (_, n) => day(n)));
    expect(ratings.map(({ at }) => at)).toEqual(uses.map(({ at }) => at));
  });

  it('keeps the latest of more than Sayso keeps, and says so at each row that goes beyond', () => {
    const growing = new GrowingContent();
    const most = KEPT.list;
    const beyond: number[] = [];
    for (let n = 0; n < 2 * most + 20; n += 1) {
      if (growing.add(marked(1 + (n % 5), day(n)), true).cut.length > 0) {
        beyond.push(n);
      }
    }
    expect(beyond).toEqual(Array.from({ length: most + 20 }, (_, n) => most + n));
    // What is there already goes beyond nothing.
    expect(growing.add(marked(1 + ((2 * most + 19) % 5), day(2 * most + 19)), true).cut).toEqual([]);
    const { ratings = [] } = growing.content ?? {};
    expect(ratings).toHaveLength(most);
    expect(ratings[0]?.at).toBe(day(most + 20));
    expect(ratings.at(-1)?.at).toBe(day(2 * most + 19));
  });
});
