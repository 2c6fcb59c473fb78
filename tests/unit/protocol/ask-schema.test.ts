import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS, PURPOSES, RATING_FIELDS } from '../../../src/domain/ask.ts';
import { ITEM_KINDS } from '../../../src/domain/item.ts';
import { ask, filter, grantId, keys, kinds, moment, need } from '../../../src/protocol/ask-schema.ts';
import { MINIMAL_ASK } from '../../support/asks.ts';
import { wrongWith } from '../../support/wrong-with.ts';

const many = (count: number, value: unknown = { collection: 'ratings' }) => Array.from({ length: count }, () => value);

describe('an ask', () => {
  it.each([
    ['as small as it gets', {}],
    ['with its own agreement', { agreement: 'SD-BASE-A' }],
    ['with an agreement spelt out', { agreement: 'ieee-7012:PDC-INTENT' }],
    ['with recipients', { sharing: ['Parcel Service', 'Payment Ltd'] }],
    ['with nothing required', { required: [], optional: [{ collection: 'preferences' }] }],
    ['with the longest words', { id: 'i'.repeat(100), text: 't'.repeat(1_000) }],
    ['with the most needs', { required: many(12), optional: many(12) }],
    ['with a text that looks like markup', { text: '<script>alert(1)</script>' }],
  ])('%s is taken', (_what, changes) => {
    expect(wrongWith(ask, { ...MINIMAL_ASK, ...changes })).toBeUndefined();
  });

  it.each(PURPOSES)('has the purpose %s', (purpose) => {
    expect(wrongWith(ask, { ...MINIMAL_ASK, purpose })).toBeUndefined();
  });

  it.each(['P30D', 'P1Y', 'P1Y6M', 'P2W', 'PT12H', 'PT1H30M', 'P1DT12H', 'PT90S', 'P0D'])(
    'has the retention %s',
    (retention) => {
      expect(wrongWith(ask, { ...MINIMAL_ASK, retention })).toBeUndefined();
    },
  );

  it.each([
    // what is wrong                        path, and a word of the rule
    [{ id: '' }, 'id: ', 'length'],
    [{ id: '   ' }, 'id: ', 'length'],
    [{ id: 'i'.repeat(101) }, 'id: ', 'length'],
    [{ id: 7 }, 'id: ', 'string'],
    [{ text: '' }, 'text: ', 'length'],
    [{ text: 't'.repeat(1_001) }, 'text: ', 'length'],
    [{ purpose: 'SellEverything' }, 'purpose: ', 'ProvideProductRecommendations'],
    [{ purpose: 'constructor' }, 'purpose: ', 'ProvideProductRecommendations'],
    [{ retention: '30 days' }, 'retention: ', 'ISO 8601 duration'],
    [{ retention: 'P' }, 'retention: ', 'ISO 8601 duration'],
    [{ retention: 'PT' }, 'retention: ', 'ISO 8601 duration'],
    [{ retention: 'P1DT' }, 'retention: ', 'ISO 8601 duration'],
    [{ retention: 'P1.5D' }, 'retention: ', 'ISO 8601 duration'],
    [{ retention: '-P1D' }, 'retention: ', 'ISO 8601 duration'],
    [{ retention: `P${'1'.repeat(100_000)}D` }, 'retention: ', 'ISO 8601 duration'],
    [{ sharing: 'everyone' }, 'sharing: ', 'none'],
    [{ sharing: [] }, 'sharing: ', 'length'],
    [{ sharing: [''] }, 'sharing.0: ', 'length'],
    [{ sharing: many(21, 'Ltd') }, 'sharing: ', 'length'],
    [{ sharing: ['x'.repeat(201)] }, 'sharing.0: ', 'length'],
    [{ agreement: 'anything goes' }, 'agreement: ', 'IEEE 7012'],
    [{ agreement: '' }, 'agreement: ', 'IEEE 7012'],
    [{ agreement: 'https://vendor.example/terms' }, 'agreement: ', 'IEEE 7012'],
    [{ required: [], optional: [] }, 'the value: ', 'both empty'],
    [{ required: many(13) }, 'required: ', 'length'],
    [{ required: { 0: { collection: 'ratings' } } }, 'required: ', 'Array'],
    [{ required: undefined }, 'required: ', 'Array'],
    [{ optional: [{ collection: 'everything' }] }, 'optional.0.collection: ', 'ratings'],
    [{ surprise: 1 }, 'surprise: ', 'never'],
  ])('%j is refused by path and rule', (changes, path, rule) => {
    const wrong = wrongWith(ask, { ...MINIMAL_ASK, ...changes });
    expect(wrong).toContain(path);
    expect(wrong).toContain(rule);
  });

  it.each(['id', 'text', 'purpose', 'required', 'optional', 'retention', 'sharing'])('needs %s', (name) => {
    const { [name as keyof typeof MINIMAL_ASK]: _left, ...rest } = MINIMAL_ASK;
    expect(wrongWith(ask, rest)).toContain(`${name}: `);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('refuses a field called %s', (name) => {
    const value: unknown = JSON.parse(`{"${name}": {"sharing": "none"}, ${JSON.stringify(MINIMAL_ASK).slice(1)}`);
    expect(wrongWith(ask, value)).toContain(`${name}: `);
  });

  it.each([null, undefined, 'ask', 7, true, [], [MINIMAL_ASK], () => MINIMAL_ASK])('refuses %j', (value) => {
    expect(wrongWith(ask, value)).not.toBeUndefined();
  });

  it('gets the standing agreement, and that for intentions where one is asked for', () => {
    const intention = { ...MINIMAL_ASK, optional: [{ collection: 'intentions' }] };
    expect(v.parse(ask, MINIMAL_ASK).agreement).toBe('SD-BASE');
    expect(v.parse(ask, intention).agreement).toBe('PDC-INTENT');
    expect(v.parse(ask, { ...intention, agreement: 'SD-BASE' }).agreement).toBe('SD-BASE');
  });

  it('loses the blanks around its words', () => {
    expect(v.parse(ask, { ...MINIMAL_ASK, id: ' a ', text: '\n why \t' })).toMatchObject({ id: 'a', text: 'why' });
  });

  it('comes out in one order of fields, whatever order it came in', () => {
    const turned = Object.fromEntries(Object.entries(MINIMAL_ASK).reverse());
    expect(JSON.stringify(v.parse(ask, turned))).toBe(JSON.stringify(v.parse(ask, MINIMAL_ASK)));
  });
});

describe('a need', () => {
  it.each(COLLECTIONS)('is of %s', (collection) => {
    expect(wrongWith(need, { collection })).toBeUndefined();
  });

  it.each([
    { collection: 'ratings', kinds: [] },
    { collection: 'ratings', kinds: [...ITEM_KINDS] },
    { collection: 'ratings', fields: [...RATING_FIELDS] },
    { collection: 'ratings', derive: 'rank' },
    { collection: 'ratings', filter: {} },
    { collection: 'ratings', filter: { since: '2024', until: '2025-03-01', min: 1, max: 100 } },
    { collection: 'preferences', keys: [] },
    { collection: 'preferences', keys: ['shoe-size', 'a'] },
  ])('%j is taken', (value) => {
    expect(wrongWith(need, value)).toBeUndefined();
  });

  it.each([
    [{}, 'collection: '],
    [{ collection: 'Ratings' }, 'collection: '],
    [{ collection: 'ratings', kinds: ['Film'] }, 'kinds.0: '],
    [{ collection: 'ratings', kinds: 'Movie' }, 'kinds: '],
    [{ collection: 'ratings', kinds: many(ITEM_KINDS.length + 1, 'Movie') }, 'kinds: '],
    [{ collection: 'ratings', kinds: undefined }, 'kinds: '],
    [{ collection: 'ratings', kinds: null }, 'kinds: '],
    [{ collection: 'ratings', keys: ['diet'] }, 'keys go with preferences only'],
    [{ collection: 'intentions', keys: ['diet'] }, 'keys go with preferences only'],
    [{ collection: 'preferences', keys: ['Shoe size'] }, 'keys.0: '],
    [{ collection: 'preferences', keys: ['__proto__'] }, 'keys.0: '],
    [{ collection: 'preferences', keys: [''] }, 'keys.0: '],
    [{ collection: 'preferences', keys: ['a'.repeat(41)] }, 'keys.0: '],
    [{ collection: 'preferences', keys: many(51, 'diet') }, 'keys: '],
    [{ collection: 'preferences', fields: ['dateCreated'] }, 'fields go with ratings only'],
    [{ collection: 'intentions', derive: 'rank' }, 'derive goes with ratings and preferences only'],
    [{ collection: 'ratings', fields: ['reviewRating'] }, 'fields.0: '],
    [{ collection: 'ratings', fields: many(5, 'keywords') }, 'fields: '],
    [{ collection: 'ratings', derive: 'sum' }, 'derive: '],
    [{ collection: 'ratings', filter: { min: 0 } }, 'filter.min: '],
    [{ collection: 'ratings', filter: { max: 101 } }, 'filter.max: '],
    [{ collection: 'ratings', filter: { max: Number.NaN } }, 'filter.max: '],
    [{ collection: 'ratings', filter: { since: 'yesterday' } }, 'filter.since: '],
    [{ collection: 'ratings', filter: { source: 'person' } }, 'filter.source: '],
    [{ collection: 'ratings', without: [] }, 'without: '],
  ])('%j is refused', (value, words) => {
    expect(wrongWith(need, value)).toContain(words);
  });
});

describe('a moment', () => {
  it.each(['2024', '2024-02', '2024-02-29', '2024-02-29T10:30:00.000Z', '2024-02-29T10:30:00+02:00'])(
    '%s is taken',
    (text) => {
      expect(wrongWith(moment, text)).toBeUndefined();
    },
  );

  it.each(['', '24', '2024-13', '2024-02-30', '29.02.2024', 'now', `2024${' '.repeat(40)}`, 20240229])(
    '%j is refused',
    (text) => {
      expect(wrongWith(moment, text)).not.toBeUndefined();
    },
  );
});

describe('small parts', () => {
  it('take nothing from a prototype', () => {
    const value: unknown = Object.create({ min: 500 });
    expect(wrongWith(filter, value)).toContain('min');
  });

  it('know every kind of item and no other', () => {
    expect(wrongWith(kinds, ITEM_KINDS)).toBeUndefined();
    expect(wrongWith(kinds, ['toString'])).toContain('0: ');
    expect(wrongWith(keys, ['toString'])).toContain('0: ');
  });

  it.each([
    ['00000000-0000-4000-8000-000000000000', true],
    ['', false],
    ['00000000-0000-4000-8000-00000000000', false],
    ['../../etc', false],
    [{ toString: (): string => '00000000-0000-4000-8000-000000000000' }, false],
  ])('a grant’s id %j is %s', (id, isTaken) => {
    expect(wrongWith(grantId, id) === undefined).toBe(isTaken);
  });
});
