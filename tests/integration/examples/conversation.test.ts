import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Conversation, wordsFor } from '../../../examples/shared/conversation.js';
import { createTestCustomer, type Ask, type TestCustomerOptions } from '../../../src/sdk/index.ts';

const ORDER: Ask = {
  id: 'order',
  text: 'To order our list.',
  purpose: 'ProvideProductRecommendations',
  required: [{ collection: 'ratings', kinds: ['Movie'], derive: 'rank' }],
  optional: [],
  retention: 'PT1H',
  sharing: 'none',
};

const films = ['tt1', 'tt2', 'tt3', 'tt4', 'tt5'].map((imdb) => ({ imdb }));

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', {});
});

/** A vendor's page where `test` is the person, and every state it went through. */
async function talkWith(options?: TestCustomerOptions) {
  const test = createTestCustomer(options);
  vi.stubGlobal('navigator', { customer: test.customer });
  const talk = new Conversation([ORDER]);
  const states: string[] = [];
  talk.addEventListener('change', () => states.push(talk.state));
  await talk.begin();
  await vi.waitFor(() => expect(talk.state).not.toBe('absent'));
  return { test, talk, states };
}

describe('a vendor’s side of the talk', () => {
  it('is absent where there is no Sayso, and hears of it when it comes', async () => {
    const talk = new Conversation([ORDER]);
    await talk.begin();
    expect(talk.state).toBe('absent');
    vi.stubGlobal('navigator', { customer: createTestCustomer().customer });
    window.dispatchEvent(new Event('customerready'));
    await vi.waitFor(() => expect(talk.state).toBe('connected'));
  });

  it('goes from asked to granted, and orders', async () => {
    const { talk, states } = await talkWith({ rank: () => [2, 0, 1, 4, 3] });
    expect(await talk.ask('order')).toBe(true);
    expect(states.filter((state, index) => state !== states[index - 1])).toEqual(['connected', 'asked', 'granted']);
    const ordered = await talk.rank(films, ({ imdb }: { imdb: string }) => ({ identifier: `imdb:${imdb}` }));
    expect(ordered).toEqual([films[2], films[0], films[1], films[4], films[3]]);
  });

  it('goes from asked to refused, and holds nothing', async () => {
    const { talk, states } = await talkWith({ answer: () => 'refuse' });
    expect(await talk.ask('order')).toBe(false);
    expect(states.slice(-2)).toEqual(['asked', 'refused']);
    expect(talk.grants).toEqual([]);
    expect(await talk.rank(films, () => ({ identifier: 'imdb:tt1' }))).toBeUndefined();
  });

  it('starts with what was given before', async () => {
    const test = createTestCustomer();
    test.give(ORDER);
    vi.stubGlobal('navigator', { customer: test.customer });
    const talk = new Conversation([ORDER]);
    await talk.begin();
    await vi.waitFor(() => expect(talk.state).toBe('granted'));
    expect(talk.holds(({ derive }: { derive?: string }) => derive === 'rank')).toBe(true);
  });

  it('feels a revoke, and gives back', async () => {
    const { test, talk } = await talkWith();
    await talk.ask('order');
    test.revoke();
    await vi.waitFor(() => expect(talk.state).toBe('connected'));
    await talk.ask('order');
    await talk.giveBack();
    expect(talk.state).toBe('connected');
    expect(await test.customer.grants()).toEqual([]);
  });

  it('tells what was given once and is used from what was taken back', async () => {
    const canRank = ({ derive }: { derive?: string }) => derive === 'rank';
    const { test, talk } = await talkWith({ answer: (ask) => ({ scope: ask.required, uses: 'once' }) });
    expect(talk.hadOnce(canRank)).toBe(false);
    await talk.ask('order');
    expect(await talk.rank(films, ({ imdb }: { imdb: string }) => ({ identifier: `imdb:${imdb}` }))).toHaveLength(5);
    await vi.waitFor(() => expect(talk.state).toBe('connected'));
    expect([talk.holds(canRank), talk.hadOnce(canRank)]).toEqual([false, true]);
    expect(await test.customer.grants()).toEqual([]);
  });

  it('reads every page', async () => {
    const ratings = Array.from({ length: 501 }, (_, index) => ({
      '@type': 'Review' as const,
      itemReviewed: { '@type': 'Movie' as const, name: 'x', identifier: [`imdb:tt${index}`], sameAs: [] },
      reviewRating: { '@type': 'Rating' as const, ratingValue: 3, bestRating: 5, worstRating: 1 },
    }));
    const { test, talk } = await talkWith({ ratings });
    expect(await talk.read('ratings', {})).toBeUndefined();
    test.give({ ...ORDER, required: [{ collection: 'ratings' }] });
    expect(await talk.read('ratings', { kinds: ['Movie'] })).toHaveLength(501);
  });

  it('notices that Sayso went away', async () => {
    const { test, talk } = await talkWith();
    test.turnOff();
    expect(await talk.ask('order')).toBe(false);
    expect(talk.state).toBe('off');
  });

  it('does not hide its own mistakes', async () => {
    const { talk } = await talkWith();
    await expect(talk.ask('no such ask')).rejects.toMatchObject({ name: 'DataError' });
    expect(talk.state).toBe('connected');
  });
});

describe('the words for a grant', () => {
  it.each([
    [
      { scope: ORDER.required, uses: 'many' },
      'the order of our list by your ratings of films (for as long as you let us)',
    ],
    [{ scope: [{ collection: 'ratings' }], uses: 'once' }, 'your ratings (just this once)'],
    [
      {
        scope: [
          { collection: 'preferences', keys: ['shoe-size', 'diet'] },
          { collection: 'preferences', keys: ['delivery'] },
        ],
        uses: 'many',
      },
      'your preferences (shoe size, diet); your preferences (delivery) (for as long as you let us)',
    ],
    [
      {
        scope: [
          { collection: 'ratings', kinds: ['Movie'] },
          { collection: 'ratings', kinds: ['Movie'], fields: ['dateCreated'] },
        ],
        uses: 'many',
      },
      'your ratings of films, with their dates (for as long as you let us)',
    ],
  ])('%#', (grant, words) => {
    expect(wordsFor(grant as never)).toBe(words);
  });
});
