import { describe, expect, it, vi } from 'vitest';
import { createTestCustomer, type TestCustomerOptions } from '../../../../src/sdk/index.ts';
import { askFor, preferenceOf, RATINGS, reviewOf } from './examples.ts';
import { PROPOSED_OWNERSHIP, SIGNED_BY_VENDOR } from '../../../support/wire-samples.ts';

const films = [reviewOf('imdb:tt1', 5, '2024-03-01'), reviewOf('imdb:tt2', 2, '2024-04-01')];

function personWith(options: TestCustomerOptions = {}) {
  const test = createTestCustomer({ ratings: films, preferences: [preferenceOf('diet', 'vegan')], ...options });
  const onChange = vi.fn();
  test.customer.addEventListener('grantschange', onChange);
  return { ...test, onChange };
}

describe('a test customer asked', () => {
  it('gives all that was asked when no rule says otherwise, and says so', async () => {
    const { customer, onChange } = personWith();
    const grant = await customer.request(askFor([RATINGS]));
    expect(grant).toMatchObject({
      scope: [RATINGS],
      purpose: 'ProvideProductRecommendations',
      agreement: 'SD-BASE',
      retention: 'P1D',
      sharing: 'none',
      uses: 'many',
      status: 'active',
    });
    expect(grant).not.toHaveProperty('until');
    expect(await customer.grants()).toEqual([grant]);
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('refuses as its rule says, and holds nothing then', async () => {
    const { customer, onChange } = personWith({ answer: () => 'refuse' });
    await expect(customer.request(askFor([RATINGS]))).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(customer.ratings()).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(await customer.grants()).toEqual([]);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('gives less as its rule says', async () => {
    const { customer } = personWith({
      answer: async () => ({ scope: [{ collection: 'ratings', filter: { min: 80 } }], untilMs: Date.UTC(2100, 0, 1) }),
    });
    const grant = await customer.request(askFor([RATINGS, { collection: 'preferences' }]));
    expect(grant.until).toBe('2100-01-01T00:00:00.000Z');
    expect((await customer.ratings()).items.map(({ itemReviewed }) => itemReviewed.name)).toEqual(['The imdb:tt1']);
    await expect(customer.preferences()).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('is not asked twice for what it gave', async () => {
    const answer = vi.fn(() => 'allow' as const);
    const { customer } = personWith({ answer });
    const first = await customer.request(askFor([RATINGS]));
    expect(await customer.request(askFor([RATINGS]))).toEqual(first);
    expect(answer).toHaveBeenCalledOnce();
  });

  it('is not asked again when it gave less', async () => {
    const answer = vi.fn(() => ({ scope: [RATINGS] }));
    const { customer } = personWith({ answer });
    const ask = askFor([RATINGS, { collection: 'preferences' }]);
    await customer.request(ask);
    await customer.request(ask);
    expect(answer).toHaveBeenCalledOnce();
  });

  it('replaces the grant when the same ask is answered again', async () => {
    const { customer } = personWith();
    const first = await customer.request(askFor([RATINGS]));
    const second = await customer.request(askFor([RATINGS, { collection: 'preferences' }]));
    expect(await customer.grants()).toEqual([second]);
    expect(second.id).not.toBe(first.id);
    expect(second.person).not.toBe(first.person);
  });
});

describe('a test customer read', () => {
  it('answers with the bare minimum, newest first', async () => {
    const { customer, give } = personWith();
    give(askFor([RATINGS]));
    const page = await customer.ratings();
    expect(page).toEqual({
      '@context': 'https://schema.org',
      items: [films[1], films[0]].map((review) => ({
        '@type': 'Review',
        itemReviewed: review?.itemReviewed,
        reviewRating: review?.reviewRating,
      })),
    });
  });

  it('hands out copies', async () => {
    const { customer, give } = personWith();
    give(askFor([RATINGS]));
    const [first] = (await customer.ratings()).items;
    Object.assign(first!.itemReviewed, { name: 'scribbled over' });
    expect((await customer.ratings()).items[0]?.itemReviewed.name).toBe('The imdb:tt2');
  });

  it('pages by 500', async () => {
    const many = Array.from({ length: 1_001 }, (_, index) => reviewOf(`imdb:tt${index}`, 3));
    const { customer, give } = personWith({ ratings: many });
    give(askFor([RATINGS]));
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await customer.ratings(cursor === undefined ? {} : { cursor });
      sizes.push(page.items.length);
      seen.push(...page.items.flatMap(({ itemReviewed }) => itemReviewed.identifier));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(sizes).toEqual([500, 500, 1]);
    expect(new Set(seen).size).toBe(1_001);
  });

  it('refuses a cursor of another query', async () => {
    const { customer, give } = personWith();
    give(askFor([RATINGS]));
    const { next } = await customer.ratings({ limit: 1 });
    await expect(customer.ratings({ cursor: next!, kinds: ['Book'] })).rejects.toMatchObject({ name: 'DataError' });
    await expect(customer.ratings({ cursor: 'made up' })).rejects.toMatchObject({ name: 'DataError' });
  });

  it('reads once where the grant is good for once: all pages of it', async () => {
    const { customer, give, onChange } = personWith();
    give(askFor([RATINGS]), { scope: [RATINGS], uses: 'once' });
    const { next } = await customer.ratings({ limit: 1 });
    await customer.ratings({ limit: 1, cursor: next! });
    await expect(customer.ratings()).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(await customer.grants()).toEqual([]);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('filters preferences by key and by kind', async () => {
    const preferences = [
      preferenceOf('diet', 'vegan'),
      preferenceOf('brand', 'Acme', ['Book']),
      preferenceOf('note', 'x'),
    ];
    const { customer, give } = personWith({ preferences });
    give(askFor([{ collection: 'preferences', keys: ['diet', 'brand'] }]));
    const read = async (query: Parameters<typeof customer.preferences>[0]) =>
      (await customer.preferences(query)).items.map(({ propertyID }) => propertyID);
    expect(await read({})).toEqual(['diet', 'brand']);
    expect(await read({ keys: ['diet', 'note'] })).toEqual(['diet']);
    expect(await read({ keys: [] })).toEqual([]);
    expect(await read({ kinds: ['Movie'] })).toEqual(['diet']);
  });
});

describe('a test customer ranking', () => {
  const items = [
    { identifier: 'imdb:tt2' },
    { identifier: 'imdb:tt9', aggregateRating: { ratingValue: 4 } },
    { identifier: ['sku:shop.example/1', 'imdb:tt1'] },
    { identifier: 'imdb:tt8' },
    { identifier: 'imdb:tt7', aggregateRating: { ratingValue: 1 } },
  ];

  it('puts own ratings and averages in order, and unknown things between', async () => {
    const { customer, give } = personWith();
    give(askFor([{ collection: 'ratings', derive: 'rank' }]));
    expect(await customer.rank(items)).toEqual([2, 1, 3, 0, 4].map((index) => ({ index })));
  });

  it('takes the order it is given', async () => {
    const { customer, give } = personWith({ rank: (sent) => sent.map((_, index) => sent.length - 1 - index) });
    give(askFor([{ collection: 'ratings', derive: 'rank' }]));
    expect(await customer.rank(items)).toEqual([4, 3, 2, 1, 0].map((index) => ({ index })));
  });

  it('orders under a grant to read, too, and no list of fewer than five', async () => {
    const { customer, give } = personWith();
    await expect(customer.rank(items)).rejects.toMatchObject({ name: 'NotAllowedError' });
    give(askFor([RATINGS]));
    expect(await customer.rank(items)).toHaveLength(5);
    await expect(customer.rank(items.slice(1))).rejects.toMatchObject({ name: 'DataError' });
  });

  it('reads nothing under a grant to rank', async () => {
    const { customer, give } = personWith();
    give(askFor([{ collection: 'ratings', derive: 'rank' }]));
    await expect(customer.ratings()).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});

describe('a test customer taking back', () => {
  it('feels a revoke at once', async () => {
    const { customer, give, revoke, onChange } = personWith();
    const grant = give(askFor([RATINGS]));
    revoke('another');
    expect(onChange).toHaveBeenCalledTimes(1);
    revoke(grant.id);
    expect(onChange).toHaveBeenCalledTimes(2);
    await expect(customer.ratings()).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('ends a grant when its time is up', async () => {
    let nowMs = 1_000;
    const { customer, give } = personWith({ nowMs: () => nowMs });
    give(askFor([RATINGS]), { scope: [RATINGS], untilMs: 2_000 });
    nowMs = 1_999;
    expect(await customer.grants()).toHaveLength(1);
    nowMs = 2_000;
    expect(await customer.grants()).toHaveLength(0);
  });

  it('lets the vendor give a grant back', async () => {
    const { customer, give, onChange } = personWith();
    const grant = give(askFor([RATINGS]));
    await customer.withdraw(grant.id);
    expect(await customer.grants()).toEqual([]);
    expect(onChange).toHaveBeenCalledTimes(2);
    await expect(customer.withdraw(grant.id)).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});

describe('a test customer failing', () => {
  it('rejects everything once it is turned off', async () => {
    const { customer, turnOff } = personWith();
    turnOff();
    const calls = [
      customer.grants(),
      customer.ratings(),
      customer.rank([]),
      customer.withdraw('x'),
      customer.intentions(),
    ];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'InvalidStateError' } });
    }
  });

  it('does not speak what is not in version 1 yet', async () => {
    const { customer } = personWith();
    await expect(customer.intentions()).rejects.toMatchObject({ name: 'NotSupportedError' });
    await expect(customer.request(askFor([{ collection: 'intentions' }]))).rejects.toMatchObject({
      name: 'NotSupportedError',
    });
    await expect(customer.propose(PROPOSED_OWNERSHIP)).rejects.toMatchObject({ name: 'NotSupportedError' });
    await expect(customer.reply('x', SIGNED_BY_VENDOR)).rejects.toMatchObject({
      name: 'NotSupportedError',
    });
  });

  it('refuses what can not travel, and what is too large', async () => {
    const { customer } = personWith();
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    await expect(customer.request(cycle as never)).rejects.toMatchObject({ name: 'DataError' });
    await expect(customer.request(1n as never)).rejects.toMatchObject({ name: 'DataError' });
    await expect(customer.request('x'.repeat(262_143) as never)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  });

  it('records every call, and what it was refused with', async () => {
    const { customer, calls } = personWith();
    await customer.grants();
    await customer.ratings({ limit: 3 }).catch(() => undefined);
    expect(calls).toEqual([
      { call: 'grants', input: undefined },
      { call: 'ratings', input: { limit: 3 }, error: 'NotAllowedError' },
    ]);
  });

  it('can not be scribbled over', () => {
    const { customer } = personWith();
    expect(() => Object.assign(customer, { ratings: () => undefined })).toThrow(TypeError);
  });
});
