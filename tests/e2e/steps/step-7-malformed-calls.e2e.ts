import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/use-browser.ts';
import { rightAsk } from '../support/ask.ts';
import { attemptAny } from '../support/calls.ts';
import { filmReference } from '../support/films.ts';
import { readHeld } from '../support/held.ts';
import { openPrompts } from '../support/prompts.ts';
import { askAndAllow, chosenPage, quietSites } from '../support/vendor.ts';

const SHELF = ['Psycho', 'Jaws', 'Alien', 'Up', 'Fargo'].map((title) => filmReference(title));

/** A call, what is wrong with its argument, and what the failure must say: the path and the rule. */
const MALFORMED: readonly (readonly [call: string, input: unknown, message: string | RegExp])[] = [
  ['request', undefined, /^request: the value: .*Expected Object/u],
  ['request', {}, /^request: id: .*; text: .*; purpose: /u],
  ['intentions', { limit: 0 }, /^intentions: limit: /u],
  ['reply', 'shop', /^reply: 0: /u],
  ['propose', {}, /^propose: @type: /u],
  ['request', rightAsk({ text: '  ' }), /^request: text: .*length/u],
  ['request', rightAsk({ retention: 'a while' }), 'request: retention: Not an ISO 8601 duration such as P30D'],
  ['request', rightAsk({ required: [] }), 'request: the value: required and optional are both empty'],
  ['request', rightAsk({ agreement: 'yours' }), 'request: agreement: Not an IEEE 7012 id'],
  ['request', { ...rightAsk(), purpose: 'ToSellYouThings' }, /^request: purpose: .*"ServiceProvision"/u],
  ['request', { ...rightAsk(), price: 3 }, /^request: price: Invalid key/u],
  ['request', { ...rightAsk(), required: [{ collection: 'passwords' }] }, /^request: required\.0\.collection: /u],
  [
    'request',
    rightAsk({ required: [{ collection: 'intentions', derive: 'rank' }] }),
    'request: required.0: derive goes with ratings and preferences only',
  ],
  [
    'request',
    rightAsk({ optional: [{ collection: 'ratings', filter: { since: 'spring' } }] }),
    'request: optional.0.filter.since: Not an ISO 8601 date or time',
  ],
  [
    'request',
    rightAsk({ optional: [{ collection: 'ratings', filter: { min: 90, max: 10 } }] }),
    'request: optional.0.filter: min is above max',
  ],
  [
    'request',
    rightAsk({ optional: [{ collection: 'ratings', filter: { since: '2024-05', until: '2023' } }] }),
    'request: optional.0.filter: since is after until',
  ],
  ['request', rightAsk({ text: '\u200b\u2060\u00ad' }), 'request: text: Nothing to read'],
  ['ratings', 3, /^ratings: the value: .*Expected Object but received 3/u],
  ['ratings', [], /^ratings: the value: .*Expected Object but received Array/u],
  ['ratings', { kinds: ['Film'] }, /^ratings: kinds\.0: /u],
  ['ratings', { identifiers: ['imdb:tt0133093', 'The Matrix'] }, 'ratings: identifiers.1: Not scheme:value'],
  ['ratings', { since: 'yesterday' }, 'ratings: since: Not an ISO 8601 date or time'],
  ['ratings', { limit: 0 }, /^ratings: limit: .*>=1/u],
  ['ratings', { limit: 501 }, /^ratings: limit: .*<=500/u],
  ['ratings', { cursor: 'abc' }, 'ratings: cursor: Not a cursor of this query.'],
  ['ratings', { everything: true }, /^ratings: everything: Invalid key/u],
  ['preferences', { keys: ['Shoe size'] }, /^preferences: keys\.0: /u],
  ['preferences', { identifiers: [] }, /^preferences: identifiers: Invalid key/u],
  ['rank', { items: SHELF }, /^rank: the value: .*Expected Array/u],
  ['rank', SHELF.slice(1), 'rank: items: Too few to be put in order.'],
  ['rank', [...SHELF, { name: 'Something' }], /^rank: 5\.identifier: /u],
  [
    'rank',
    [...SHELF, { identifier: 'imdb:tt0133093', aggregateRating: { ratingValue: 11, bestRating: 10 } }],
    'rank: 5.aggregateRating: ratingValue is off its scale',
  ],
  ['withdraw', 'mine', /^withdraw: the value: .*UUID/u],
  ['grants', { of: 'others' }, /^grants: of: Invalid key/u],
];

describe('step 7: a call that is malformed or comes later', () => {
  const stage = useBrowser({ sites: quietSites('vendor') });
  let page: Page;

  beforeAll(async () => {
    page = await chosenPage(stage.browser, 'vendor');
    // It may read: nothing is refused here because it was not given.
    await askAndAllow(
      stage.browser,
      page,
      rightAsk({ required: [{ collection: 'ratings' }, { collection: 'preferences' }] }),
    );
  });

  it('malformed, it gets DataError that names path and rule, and nothing is asked or written', async () => {
    const before = await readHeld(stage.browser);
    for (const [call, input, message] of MALFORMED) {
      const { value, error } = await attemptAny(page, call, input);
      const said = `${call}(${JSON.stringify(input)})`;
      expect(value, said).toBeUndefined();
      expect(error, said).toMatchObject({ name: 'DataError', isDOMException: true });
      expect(error?.message, said).toMatch(message);
    }
    const many = { identifiers: Array.from({ length: 501 }, () => 'imdb:tt0133093') };
    const { error } = await attemptAny(page, 'ratings', many);
    expect(error).toMatchObject({ name: 'QuotaExceededError', isDOMException: true });
    expect(error?.message).toMatch(/^ratings: identifiers: .*<=500/u);
    expect(await openPrompts(stage.browser)).toEqual([]);
    const after = await readHeld(stage.browser);
    // The key that cursors are sealed with is made when it is first needed.
    expect({ ...after.tables, meta: [] }).toEqual({ ...before.tables, meta: [] });
    expect(after.session).toEqual(before.session);
  });

  it('asks for intentions by no grant', async () => {
    const { value, error } = await attemptAny(page, 'request', rightAsk({ required: [{ collection: 'intentions' }] }));
    expect(value).toBeUndefined();
    expect(error).toMatchObject({ name: 'NotSupportedError', isDOMException: true });
  });
});
