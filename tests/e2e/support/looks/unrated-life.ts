/** Things without a mark, with names as long and as odd as they come, beside a few that have one. */
import { rateItem } from '../../../../src/app/rate-item.ts';
import type { Moment } from '../../../../src/domain/moment.ts';
import { bring, type Brought } from '../../../support/bring.ts';
import { film, id, product, stars } from '../../../support/samples.ts';
import type { SeedContext } from './seed.ts';

/** The film in it that was seen, liked and written about. */
export const SEEN = 'The Orchard in Rain';

export async function unratedLife(context: SeedContext): Promise<void> {
  await rateItem(context, { facts: film(1, { year: 1999 }), given: stars(4) });
  await bring(context, ...odd(), ...Array.from({ length: 3 }, (_, number) => plain(number)));
}

function plain(number: number): Brought {
  const year = 2010 + (number % 14);
  return {
    facts: film(100 + number, { year: 1950 + number }),
    source: 'netflix',
    content: { uses: [{ at: `${String(year)}-0${String((number % 9) + 1)}-11` as Moment }] },
  };
}

function odd(): Brought[] {
  const orchard = film(50, { name: SEEN, year: 1987, creators: ['Zoë Mabel'] });
  const at = '2025-11-02' as Moment;
  return [
    { facts: orchard, source: 'netflix', content: { uses: [{ at: '2019-03' as Moment }] } },
    {
      facts: orchard,
      content: {
        uses: [{ at }],
        liked: { at },
        owned: {},
        text: 'Wet, and worth it.',
        tags: ['calm'],
        note: 'With Anna.',
      },
      wanted: { at: '2018' as Moment },
    },
    { facts: film(51, { name: 'الرسالة', year: 1976 }), source: 'imdb', wanted: { at: '2025-10-30' as Moment } },
    {
      facts: product(
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft commemorative mug, speckled ' +
          'stoneware, 350 ml, dishwasher safe, set of four with saucers',
        'gtin:04006381333931',
      ),
      source: 'amazon',
      content: { owned: { at: '2025-12-24' as Moment, count: 2 } },
    },
    {
      facts: {
        kind: 'Book',
        name: 'Emma',
        creators: ['Jane Austen'],
        year: 1815,
        identifiers: [id('isbn:9780141439587')],
      },
      source: 'goodreads',
      content: { uses: [{ at: '2025' as Moment }] },
    },
  ];
}
