import type { ItemFacts, ItemKind } from '../domain/item.ts';
import { cleanName } from './clean-name.ts';
import { addIdentifiersOfThing, IdentifierSet } from './identifiers-of-thing.ts';
import { localName, type Thing, textsOf, thingsOf } from './thing.ts';

const MAX_LIST = 10;
const MAX_WORD = 80;

const MAKERS = [
  'director',
  'author',
  'byArtist',
  'creator',
  'artist',
  'developer',

  'manufacturer',
];
const DATES = [
  'datePublished',
  'dateReleased',
  'releaseDate',
  'dateCreated',
  'copyrightYear',
  'initialReleaseDate',
  'startDate',
];

/** Kinds whose dates say when the thing came into the world, not when its page did. */
const DATED: readonly ItemKind[] = [
  'Movie',
  'TVSeries',
  'TVEpisode',
  'Book',
  'VideoGame',
  'Game',
  'MusicAlbum',
  'MusicRecording',
  'PodcastSeries',
  'Event',
];

export function nameOfThing(thing: Thing): string {
  for (const text of textsOf(thing, 'name', 'label', 'title', 'itemreviewed', 'fn', 'headline').slice(0, 3)) {
    const name = cleanName(text);
    if (name !== '' && !/^https?:/iu.test(name)) {
      return name;
    }
  }
  // GoodRelations names the good, not the offer of it.
  const [good] = thingsOf(thing, 'includesObject', 'includes', 'typeOfGood', 'itemOffered');
  return good && good.holder === thing ? nameOfThing(good) : '';
}

export function brandOfThing(thing: Thing): string | undefined {
  for (const text of textsOf(thing, 'brand', 'manufacturer', 'hasManufacturer', 'hasBrand')) {
    const brand = cleanName(text.slice(text.lastIndexOf(': ') + 1));
    if (brand !== '' && brand.length <= MAX_WORD && !/^(?:https?:)?\/|[${}<>]|^n\/?a$/iu.test(brand)) {
      return brand;
    }
  }
  return undefined;
}

/**
 * @param host - whose stock numbers the thing's are
 * @param url - of the page, if the thing is what it is about
 */
export function factsOfThing(thing: Thing, kind: ItemKind, host: string, url = ''): ItemFacts {
  const brand = brandOfThing(thing);
  const identifiers = new IdentifierSet();
  addIdentifiersOfThing(identifiers, thing, { host, url, brand });
  const creators = wordsOf(textsOf(thing, ...MAKERS).flatMap(people)).filter((maker) => maker !== brand);
  const genres = wordsOf(textsOf(thing, 'genre', 'servesCuisine').flatMap((text) => text.split(/\s*[,;|/]\s*/u)));
  const series = seriesOf(thing);
  const year = DATED.includes(kind) ? yearOf(thing) : undefined;
  return {
    kind,
    name: nameOfThing(thing),
    ...(creators.length > 0 && { creators }),
    ...(brand !== undefined && { brand }),
    ...(series !== undefined && { series }),
    ...(genres.length > 0 && { genres }),
    ...(year !== undefined && { year }),
    identifiers: identifiers.sorted(),
  };
}

/** The first year between 1800 and 2099 in a text. */
export function yearIn(text: string): number | undefined {
  const year = /(?<!\d)(?:1[89]|20)\d{2}(?!\d)/u.exec(text)?.[0];
  return year === undefined ? undefined : Number(year);
}

function yearOf(thing: Thing): number | undefined {
  const released = thingsOf(thing, 'releasedEvent')[0];
  for (const text of [...textsOf(thing, ...DATES), ...(released ? textsOf(released, 'startDate') : [])]) {
    const year = yearIn(text);
    if (year !== undefined) {
      return year;
    }
  }
  return undefined;
}

function seriesOf(thing: Thing): string | undefined {
  const [series] = [
    ...textsOf(thing, 'partOfSeries', 'partOfTVSeries'),
    ...thingsOf(thing, 'isPartOf').flatMap((part) =>
      part.types.some((type) => type.endsWith('Series')) ? textsOf(part, 'name') : [],
    ),
  ];
  const name = cleanName(series ?? '');
  return name === '' ? undefined : name;
}

/** Several people in one text, where each piece could be one: 'Ann Lee, Bo Ek'. A lone 'Lee, Ann' stays whole. */
function people(text: string): readonly string[] {
  const pieces = text.split(/\s*[,;]\s+/u);
  return pieces.every((piece) => /\S\s\S/u.test(piece)) ? pieces : [text];
}

function wordsOf(texts: readonly string[]): readonly string[] {
  const words = texts.slice(0, 100).map((text) => cleanName(/^https?:/iu.test(text) ? localName(text) : text));
  return [...new Set(words)].filter((word) => word !== '' && word.length <= MAX_WORD).slice(0, MAX_LIST);
}
