import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ItemReference, RatingQuery, Review } from '../../../src/protocol/customer.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { addPreference, openDashboard, openSite, press, rateAt, sees, textsOf } from '../support/actions.ts';
import { rightAsk } from '../support/ask.ts';
import { attempt, call, countGrantsChanges, grantsChanges } from '../support/calls.ts';
import { filmPage, filmReference } from '../support/films.ts';
import { openPrompts } from '../support/prompts.ts';
import { askAndAllow, chosenPage, quietSites } from '../support/vendor.ts';

const PAN = 'http://corner-store.localhost/product/cast-iron-pan-24-cm/';

const FILMS = rightAsk({ id: 'films', required: [{ collection: 'ratings', kinds: ['Movie'] }] });
const MORE = rightAsk({
  id: 'more',
  required: [{ collection: 'ratings', kinds: ['Movie'], fields: ['dateCreated', 'reviewBody'] }],
});
const WISHES = rightAsk({ id: 'wishes', required: [{ collection: 'preferences' }] });
const ORDER = rightAsk({
  id: 'order',
  required: [
    { collection: 'ratings', kinds: ['Movie'], derive: 'rank' },
    { collection: 'preferences', keys: ['genre'], derive: 'rank' },
  ],
});

/** A list as a film site has it, whose visitors like best what the person likes least. */
const SHELF: readonly ItemReference[] = [
  filmReference('Psycho', 9.9), // horror
  filmReference('Chinatown', 8),
  filmReference('Jaws', 9.5),
  filmReference('Sunset Boulevard', 8), // by the maker of The Apartment
  filmReference('The Apartment', 4),
  filmReference('The Matrix', 5),
];

/** What the person's ratings and preferences make of it. */
const IN_ORDER = ['The Apartment', 'The Matrix', 'Sunset Boulevard', 'Chinatown', 'Jaws', 'Psycho'];

describe('step 7: the vendor reads', () => {
  const stage = useBrowser({ sites: quietSites('reader', 'sorter', 'stranger') });
  let reader: Page;
  let sorter: Page;
  let stranger: Page;

  beforeAll(async () => {
    const { browser } = stage;
    await rateAt(browser, filmPage('The Apartment'), 10, { note: 'Shut up and deal.', tag: 'classic' });
    await rateAt(browser, filmPage('Jaws'), 2);
    await rateAt(browser, PAN, 8);
    await rateAt(browser, filmPage('The Matrix'), 9);
    const dashboard = await openDashboard(browser, 'preferences');
    await addPreference(dashboard, { key: 'genre', value: 'Horror', strength: 'Never', kinds: ['Films'] });
    await addPreference(dashboard, { key: 'shoe-size', value: '42', unit: 'EU' });
    await addPreference(dashboard, { key: 'diet', value: 'vegan', isPrivate: true });
    await dashboard.close();
    stranger = await chosenPage(browser, 'stranger');
    sorter = await chosenPage(browser, 'sorter');
    reader = await chosenPage(browser, 'reader');
    await askAndAllow(browser, reader, FILMS);
    await askAndAllow(browser, reader, WISHES);
  }, 120_000);

  it('ratings are schema.org reviews, newest first, with item and mark and nothing that was not given', async () => {
    expect(await call(reader, 'ratings')).toEqual({
      '@context': 'https://schema.org',
      items: [
        reviewOf('The Matrix', 'tt0133093', 4.5),
        reviewOf('Jaws', 'tt0073195', 1),
        reviewOf('The Apartment', 'tt0053604', 5),
      ],
    });
  });

  it('preferences are schema.org property values; a private one is not among them', async () => {
    expect(await call(reader, 'preferences')).toEqual({
      '@context': 'https://schema.org',
      items: [
        {
          '@type': 'PropertyValue',
          propertyID: 'genre',
          value: 'Horror',
          valueReference: 'never',
          kinds: ['Movie'],
        },
        { '@type': 'PropertyValue', propertyID: 'shoe-size', value: '42', unitText: 'EU', valueReference: 'must' },
      ],
    });
    expect((await call(reader, 'preferences', { keys: ['diet'] })).items).toEqual([]);
  });

  it('dates and words go along once they are given, and still no tags', async () => {
    await askAndAllow(stage.browser, reader, MORE);
    const { items } = await call(reader, 'ratings');
    const dated = { dateCreated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d/u) as string };
    expect(items).toEqual([
      { ...reviewOf('The Matrix', 'tt0133093', 4.5), ...dated },
      { ...reviewOf('Jaws', 'tt0073195', 1), ...dated },
      { ...reviewOf('The Apartment', 'tt0053604', 5), ...dated, reviewBody: 'Shut up and deal.' },
    ]);
    const times = items.map(({ dateCreated = '' }) => Date.parse(dateCreated));
    expect(times).toEqual(times.toSorted((left, right) => right - left));
  });

  it('a query narrows what is read, and widens nothing', async () => {
    const named = async (query: RatingQuery) => namesOf((await call(reader, 'ratings', query)).items);
    expect(await named({ identifiers: ['imdb:tt0053604', 'imdb:tt0054215', 'imdb:tt0133093'] })).toEqual([
      'The Apartment',
      'The Matrix',
    ]);
    expect(await named({ kinds: ['Product'] })).toEqual([]);
    expect(await named({ kinds: [] })).toEqual([]);
    expect(await named({ since: '2999-01-01' })).toEqual([]);
  });

  it('is paged: all pages together give each record exactly once', async () => {
    const names: string[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await call(reader, 'ratings', { limit: 2, ...(cursor !== undefined && { cursor }) });
      names.push(...namesOf(items));
      sizes.push(items.length);
      cursor = next;
    } while (cursor !== undefined);
    expect(names).toEqual(['The Matrix', 'Jaws', 'The Apartment']);
    expect(Math.max(...sizes)).toBe(2);

    const { items: one, next = '' } = await call(reader, 'preferences', { limit: 1 });
    const { items: other, ...rest } = await call(reader, 'preferences', { limit: 1, cursor: next });
    expect([...one, ...other].map(({ propertyID }) => propertyID)).toEqual(['genre', 'shoe-size']);
    expect(rest).toEqual({ '@context': 'https://schema.org' });
  });

  it('refuses the cursor of another query, another call or another site', async () => {
    await askAndAllow(stage.browser, sorter, FILMS);
    const { next: cursor = '' } = await call(reader, 'ratings', { limit: 1 });
    expect(cursor).not.toBe('');
    const ends = [
      await attempt(reader, 'ratings', { limit: 1, cursor, kinds: ['Movie'] }),
      await attempt(reader, 'ratings', { limit: 1, cursor, since: '2020' }),
      await attempt(reader, 'preferences', { limit: 1, cursor }),
      await attempt(sorter, 'ratings', { limit: 1, cursor }),
      await attempt(reader, 'ratings', { limit: 1, cursor: `${cursor.slice(0, -2)}AA` }),
    ];
    for (const { value, error } of ends) {
      expect(value).toBeUndefined();
      expect(error).toEqual({
        name: 'DataError',
        message: expect.stringMatching(/^(?:ratings|preferences): cursor: Not a cursor of this query\.$/u) as string,
        isDOMException: true,
      });
    }
    expect(namesOf((await call(reader, 'ratings', { limit: 1, cursor })).items)).toEqual(['Jaws']);
    await giveBackAll(sorter);
  });

  it('rank is an order by ratings and preferences, and nothing else; it needs no rating that can be read', async () => {
    await askAndAllow(stage.browser, sorter, ORDER);
    const order = await call(sorter, 'rank', SHELF);
    expect(order.map(({ index }) => SHELF[index]?.name)).toEqual(IN_ORDER);
    expect(order.map((place) => Object.keys(place))).toEqual(order.map(() => ['index']));

    expect((await attempt(sorter, 'ratings')).error?.name).toBe('NotAllowedError');
    expect((await attempt(sorter, 'preferences')).error?.name).toBe('NotAllowedError');
    // Who may read has the same order.
    expect(await call(reader, 'rank', SHELF)).toEqual(order);
  });

  it('the person can see why, in the log', async () => {
    const dashboard = await openSite(stage.browser, 'http://sorter.localhost');
    await sees(dashboard, 'Had 6 things of its own put in your order');
    await press(dashboard, 'sayso-log-entry >>> summary');
    await sees(dashboard, 'The site got only the order. It sees none of these reasons.');
    const lines = (await textsOf(dashboard, 'sayso-log-entry >>> ol.list li')).map((line) =>
      line.replace(/[\u2066-\u2069]/gu, ''),
    );
    expect(lines.map((line) => line.split(':')[0])).toEqual(IN_ORDER);
    expect(lines[0]).toBe('The Apartment: because you rated it (100 of 100)');
    expect(lines[2]).toContain('because you rated 1 thing by Billy Wilder (100 of 100)');
    expect(lines[5]).toContain('because you never want Horror');
    await dashboard.close();
  });

  it('grants tells what is held, and no more', async () => {
    const held = await call(sorter, 'grants');
    const text = expect.any(String) as string;
    expect(held).toEqual([
      {
        id: text,
        person: text,
        scope: ORDER.required,
        purpose: ORDER.purpose,
        agreement: 'SD-BASE',
        retention: ORDER.retention,
        sharing: 'none',
        from: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u) as string,
        uses: 'many',
        status: 'active',
      },
    ]);
    expect((await call(reader, 'grants')).map(({ scope }) => scope)).toEqual(
      expect.arrayContaining([FILMS.required, WISHES.required, MORE.required]),
    );
  });

  it('withdraw gives a grant back, one’s own only', async () => {
    const [mine] = await call(sorter, 'grants');
    const id = mine?.id ?? '';
    expect((await attempt(reader, 'withdraw', id)).error?.name).toBe('NotAllowedError');
    expect(await call(sorter, 'grants')).toHaveLength(1);

    await call(sorter, 'withdraw', id);
    expect(await call(sorter, 'grants')).toEqual([]);
    expect((await attempt(sorter, 'rank', SHELF)).error?.name).toBe('NotAllowedError');
    expect(await call(reader, 'grants')).toHaveLength(3);
  });

  it('grantschange comes on a grant, on a withdrawal and on a revocation', async () => {
    // It may come twice for one change, and says no more than 'look again'.
    const told = async (what: string) => {
      await until(`word of ${what}`, async () => (await grantsChanges(sorter)).length > 0);
      await countGrantsChanges(sorter);
    };
    await countGrantsChanges(sorter);

    const id = await askAndAllow(stage.browser, sorter, ORDER);
    await told('a grant');
    await call(sorter, 'withdraw', id);
    await told('a withdrawal');
    await askAndAllow(stage.browser, sorter, ORDER);
    await told('a grant');
    const dashboard = await openSite(stage.browser, 'http://sorter.localhost');
    await press(dashboard, 'sayso-grant >>> button.danger');
    await told('a revocation');
    expect(await call(sorter, 'grants')).toEqual([]);
    await dashboard.close();
  });

  it('a site without a grant gets NotAllowedError, whatever it calls, and nobody is asked', async () => {
    expect(await call(stranger, 'grants')).toEqual([]);
    const ends = [
      await attempt(stranger, 'ratings'),
      await attempt(stranger, 'ratings', { identifiers: ['imdb:tt0053604'] }),
      await attempt(stranger, 'preferences'),
      await attempt(stranger, 'rank', SHELF),
      await attempt(stranger, 'withdraw', (await call(reader, 'grants'))[0]?.id ?? ''),
    ];
    expect(ends).toEqual(
      ends.map(() => ({ error: { name: 'NotAllowedError', message: 'Not given.', isDOMException: true } })),
    );
    expect(await openPrompts(stage.browser)).toEqual([]);
  });
});

async function giveBackAll(page: Page): Promise<void> {
  for (const { id } of await call(page, 'grants')) {
    await call(page, 'withdraw', id);
  }
}

function reviewOf(name: string, imdb: string, ratingValue: number): Review {
  return {
    '@type': 'Review',
    itemReviewed: {
      '@type': 'Movie',
      name,
      identifier: [`imdb:${imdb}`],
      sameAs: [`https://www.imdb.com/title/${imdb}/`],
    },
    reviewRating: { '@type': 'Rating', ratingValue, bestRating: 5, worstRating: 0.5 },
  };
}

function namesOf(reviews: readonly Review[]): string[] {
  return reviews.map(({ itemReviewed }) => itemReviewed.name);
}
