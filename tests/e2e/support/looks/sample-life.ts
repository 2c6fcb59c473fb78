/** A person's ratings, preferences and vendors, with names as long and as odd as they come. */
import { answerPrompt } from '../../../../src/app/answer-prompt.ts';
import { blockVendor } from '../../../../src/app/block-vendor.ts';
import { editRating } from '../../../../src/app/edit-rating.ts';
import { rankItems } from '../../../../src/app/rank-items.ts';
import { rateItem } from '../../../../src/app/rate-item.ts';
import { readPreferences } from '../../../../src/app/read-preferences.ts';
import { readRatings } from '../../../../src/app/read-ratings.ts';
import { savePreference } from '../../../../src/app/save-preference.ts';
import { newRecordId } from '../../../../src/domain/ids.ts';
import { originOf } from '../../../../src/domain/origin.ts';
import { ask, callId, decline, give, PREFERENCES, RATINGS } from '../../../support/granting.ts';
import { film, id, product, stars } from '../../../support/samples.ts';
import type { SeedContext } from './seed.ts';

export const SHOP = originOf('https://shop.example');
export const FRIENDLY = originOf('https://the-friendly-film-rental-of-the-old-town.example');
const PUSHY = originOf('https://pushy.example');
const DAY_MS = 86_400_000;

/** The film in it that was judged three times. */
export const FILM = 'The Matrix';

export async function sampleLife(context: SeedContext): Promise<void> {
  const nowMs = context.clock.nowMs();
  context.clock.set(nowMs - 40 * DAY_MS);
  await rate(context);
  await wish(context);
  context.clock.set(nowMs - 3 * DAY_MS);
  await deal(context);
  context.clock.set(nowMs);
}

/** So many ratings, for lists that have a second page. */
export async function manyRatings(context: SeedContext, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await rateItem(context, { facts: film(number, { year: 1950 + number }), given: stars(((number % 10) + 1) / 2) });
  }
}

/** One film under two names of its own, which nothing but its title shows to be one. */
export async function twoOfAName(context: SeedContext): Promise<void> {
  const rated = [
    ['imdb:tt0000001', 'The Long Evening of a Very Slow Afternoon', 4],
    ['letterboxd:the-long-evening', 'Long Evening of a Very Slow Afternoon, The', 3.5],
  ] as const;
  for (const [name, title, mark] of rated) {
    const facts = { kind: 'Movie', name: title, year: 1957, identifiers: [id(name)] } as const;
    await rateItem(context, { facts, given: stars(mark) });
  }
}

async function rate(context: SeedContext): Promise<void> {
  const matrix = film(133_093, {
    name: FILM,
    year: 1999,
    creators: ['Lana Wachowski', 'Lilly Wachowski'],
    genres: ['Action', 'Science fiction'],
    series: 'The Matrix',
  });
  await rateItem(context, { facts: matrix, given: stars(3.5), text: 'Loud.' });
  const { item } = await rateItem(context, { facts: matrix, given: stars(4) });
  await editRating(context, {
    itemId: item.id,
    given: stars(4.5),
    text: 'Better every time. The second half still drags a little, and I would not mind less slow motion.',
    tags: ['cinema', 'to-watch-again', 'with Anna'],
  });
  await rateItem(context, {
    facts: film(60_196, { name: 'The Good, the Bad and the Ugly', year: 1966 }),
    given: stars(5),
  });
  await rateItem(context, {
    facts: film(2, { name: 'الرسالة' }),
    given: { value: 7, best: 10, worst: 1 },
    source: 'imdb-csv',
  });
  await rateItem(context, {
    facts: product(
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft commemorative mug, ' +
        'speckled stoneware, 350 ml, dishwasher safe, set of four with saucers and a matching tea pot',
      'gtin:04006381333931',
    ),
    given: stars(2),
    tags: ['kitchen'],
  });
  await rateItem(context, {
    facts: {
      kind: 'Book',
      name: 'Emma',
      creators: ['Jane Austen'],
      year: 1815,
      identifiers: [id('isbn:9780141439587')],
    },
    given: stars(0.5),
  });
}

async function wish(context: SeedContext): Promise<void> {
  await savePreference(context, { key: 'shoe-size', value: '42', unit: 'EU', strength: 'must', isPrivate: false });
  await savePreference(context, { key: 'diet', value: 'vegetarian', strength: 'prefer', isPrivate: true });
  await savePreference(context, {
    key: 'brand',
    value: 'Acme International Consolidated Holdings',
    strength: 'never',
    kinds: ['Product', 'SoftwareApplication', 'VideoGame'],
    isPrivate: false,
  });
  await savePreference(context, { key: 'coffee', value: 'black, without sugar', strength: 'avoid', isPrivate: false });
}

async function deal(context: SeedContext): Promise<void> {
  await give(context, [{ ...RATINGS, fields: ['reviewBody', 'keywords'] }, PREFERENCES], { origin: SHOP });
  await readRatings(context, { origin: SHOP, callId: callId(), query: {} });
  await readPreferences(context, { origin: SHOP, callId: callId(), query: {} });
  await rankItems(context, {
    origin: SHOP,
    callId: callId(),
    items: [1, 2, 3, 4, 5, 6, 60_196, 133_093].map((number) => ({
      identifiers: [id(`imdb:tt${String(number).padStart(7, '0')}`)],
      name: `Film ${String(number)}`,
      kind: 'Movie' as const,
    })),
  });
  await decline(context, { kind: 'refuse', duration: 'month' }, SHOP);
  await give(context, [RATINGS], { origin: FRIENDLY, duration: 'month', scope: [{ ...RATINGS, kinds: ['Movie'] }] });
  const askedAtMs = context.clock.nowMs();
  await answerPrompt(context, {
    askId: newRecordId(askedAtMs),
    origin: FRIENDLY,
    ask: ask([PREFERENCES], { id: 'more', sharing: ['A partner with quite a long name, Ltd.', 'Another one'] }),
    askedAtMs,
    decision: { kind: 'ignore' },
  });
  await decline(context, { kind: 'refuse', duration: 'until-stopped', forever: true }, PUSHY);
  await blockVendor(context, { origin: PUSHY, isBlocked: true });
}
