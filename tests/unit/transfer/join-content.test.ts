import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/domain/moment.ts';
import type { SourceContent, SourceRating } from '../../../src/domain/source-record.ts';
import { joinContent } from '../../../src/transfer/join-content.ts';

const stars = (value: number, at?: string): SourceRating => ({
  given: { value, best: 5, worst: 0.5 },
  ...(at !== undefined && { at: at as Moment }),
});
const day = (text: string): { at: Moment } => ({ at: text as Moment });

function joined(one: SourceContent, other: SourceContent): SourceContent {
  return joinContent(one, other).content;
}

describe('joinContent', () => {
  it('puts judgements in the order of their times, those of an unknown time first', () => {
    expect(joined({ ratings: [stars(5, '2021')] }, { ratings: [stars(2), stars(3, '2019')] }).ratings).toEqual([
      stars(2),
      stars(3, '2019'),
      stars(5, '2021'),
    ]);
  });

  it('counts the same judgement once', () => {
    const one = { ratings: [stars(4, '2020-01-01')] };
    expect(joinContent(one, one)).toEqual({ content: one, contradicts: false });
  });

  it('keeps both of two marks of one time, the later row last, and says so', () => {
    const { content, contradicts } = joinContent({ ratings: [stars(4, '2020')] }, { ratings: [stars(2, '2020')] });
    expect(content.ratings).toEqual([stars(4, '2020'), stars(2, '2020')]);
    expect(contradicts).toBe(true);
  });

  it('keeps every review, the last as the present one', () => {
    const three = joined(joined({ text: 'One.' }, { text: 'Two.' }), { text: 'Three.' });
    expect(three).toEqual({ text: 'Three.', earlierTexts: ['One.', 'Two.'] });
    expect(joined(three, { text: 'Three.' })).toEqual(three);
  });

  it('counts a viewing once that a diary and a review tell, and forgets an unknown time beside a known one', () => {
    const diary = { uses: [{ ...day('2020-01-01'), isRepeat: true as const }] };
    expect(joined(joined({ uses: [{}] }, diary), { uses: [day('2020-01-01')] })).toEqual(diary);
  });

  it('adds up what is owned, and keeps the earliest wish', () => {
    expect(
      joined(
        { owned: { ...day('2021'), count: 1 }, wanted: { ...day('2020'), note: 'soon' } },
        { owned: { ...day('2019'), count: 2 }, wanted: day('2018') },
      ),
    ).toEqual({ owned: { ...day('2019'), count: 3 }, wanted: { ...day('2018'), note: 'soon' } });
  });

  it('keeps what has no word of its own, also under the name of a prototype', () => {
    const others = JSON.parse('{"__proto__":"x","List":"A"}') as Record<string, string>;
    const { others: both = {} } = joined({ others }, { others: { List: 'B' } });
    expect(Object.entries(both)).toEqual([
      ['__proto__', 'x'],
      ['List', 'A; B'],
    ]);
    expect(Object.getPrototypeOf(both)).toBe(Object.prototype);
  });

  it('loses no judgement, tag, word or note, whatever is joined', () => {
    const content = fc.record(
      {
        ratings: fc.array(
          fc
            .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('2019', '2020-02', '2021-03-04'))
            .map(([mark, at]) => stars(mark, at)),
          { minLength: 1, maxLength: 3 },
        ),
        text: fc.constantFrom('a', 'b'),
        tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }),
        note: fc.constantFrom('n', 'm'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(content, content, (one, other) => {
        const both = joined(one, other);
        for (const part of [one, other]) {
          for (const rating of part.ratings ?? []) {
            expect(both.ratings).toContainEqual(rating);
          }
          expect([...(both.earlierTexts ?? []), both.text]).toContain(part.text ?? both.text);
          expect(both.tags ?? []).toEqual(expect.arrayContaining(part.tags ?? []));
          expect(both.note ?? '').toContain(part.note ?? '');
        }
        expect(joined(both, both)).toEqual(both);
      }),
    );
  });
});
