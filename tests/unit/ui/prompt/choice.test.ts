import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ask, type Need, RATING_FIELDS } from '../../../../src/domain/ask.ts';
import type { RecordId } from '../../../../src/domain/ids.ts';
import { firstChoice, isLess, isNothing, type NeedChoice, scopeOf } from '../../../../src/ui/prompt/choice.ts';

const films: Need = { collection: 'ratings', kinds: ['Movie'], fields: ['dateCreated', 'reviewBody'] };
const sizes: Need = { collection: 'preferences', keys: ['shoe-size'] };
const record = '00000000-0000-7000-8000-000000000001' as RecordId;

function choices(change: (choices: NeedChoice[]) => void = () => undefined): readonly NeedChoice[] {
  const made = [...firstChoice({ required: [films], optional: [sizes] } as unknown as Ask)];
  change(made);
  return made;
}

function narrowed(index: number, more: Partial<NeedChoice>): readonly NeedChoice[] {
  return choices((made) => {
    made[index] = { ...made[index]!, ...more };
  });
}

describe('choice', () => {
  it('begins with what is required and nothing more', () => {
    expect(scopeOf(choices())).toEqual([films]);
    expect(isLess(choices())).toBe(false);
  });

  it.each([
    ['an optional need ticked', narrowed(1, { isTicked: true }), false],
    ['a required need unticked', narrowed(0, { isTicked: false }), true],
    ['a field unticked', narrowed(0, { fields: ['dateCreated'] }), true],
    ['a record kept back', narrowed(0, { without: [record] }), true],
    ['a field of an unticked optional need unticked', narrowed(1, { fields: [] }), false],
  ] as const)('%s is less: see the table', (_what, made, less) => {
    expect(isLess(made)).toBe(less);
  });

  it('gives no field and no record that was kept back', () => {
    expect(scopeOf(narrowed(0, { fields: [], without: [record] }))).toEqual([
      { collection: 'ratings', kinds: ['Movie'], without: [record] },
    ]);
  });

  it('is nothing only when nothing at all is ticked', () => {
    expect(isNothing(narrowed(0, { isTicked: false }))).toBe(true);
    expect(isNothing(choices())).toBe(false);
  });

  it('is never wider than what was asked', () => {
    const fields = fc.subarray([...RATING_FIELDS]);
    const asked = fc.record({ isRequired: fc.boolean(), isTicked: fc.boolean(), asked: fields, kept: fc.boolean() });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 8 }), fields, (needs, wanted) => {
        const made = needs.map<NeedChoice>((one) => ({
          need: { ...films, fields: one.asked },
          isRequired: one.isRequired,
          isTicked: one.isTicked,
          fields: one.asked.filter((field) => wanted.includes(field)),
          without: one.kept ? [record] : [],
        }));
        const scope = scopeOf(made);
        expect(scope).toHaveLength(needs.filter(({ isTicked }) => isTicked).length);
        const ticked = needs.filter(({ isTicked }) => isTicked);
        scope.forEach((given, index) => {
          expect(ticked[index]!.asked).toEqual(expect.arrayContaining([...(given.fields ?? [])]));
          expect({ ...given, fields: undefined, without: undefined }).toEqual({
            ...films,
            fields: undefined,
            without: undefined,
          });
        });
      }),
    );
  });
});
