import type { ItemFacts, ItemKind } from '../domain/item.ts';
import { cleanName } from './clean-name.ts';
import { identifiersOfThing } from './identifiers-of-thing.ts';
import { present } from './present.ts';
import { localName, type Thing, textsOf, thingsOf } from './thing.ts';

const MAX_LIST = 10;
const MAX_WORD = 80;

const MAKERS = ['director', 'author', 'byArtist', 'creator', 'artist', 'developer', 'manufacturer'];
const DATES = ['datePublished', 'releaseDate', 'dateCreated', 'startDate'];

/** Kinds whose dates say when the page came into the world, or nothing. */
export const UNDATED: readonly ItemKind[] = ['Product', 'Recipe', 'Restaurant', 'Hotel', 'Place'];

export function nameOfThing(thing: Thing): string {
  const name = textsOf(thing, 'name', 'label', 'itemreviewed', 'title')
    .slice(0, 3)
    .map(cleanName)
    .find((text) => text !== '' && !/^https?:/iu.test(text));
  // GoodRelations names the good, not the offer of it.
  const [good] = name === undefined ? thingsOf(thing, 'includesObject', 'includes', 'typeOfGood') : [];
  return name ?? (good ? nameOfThing(good) : '');
}

/**
 * What a thing's markup says of it.
 *
 * @param host - whose stock numbers the thing's are
 * @param url - of the page, if the thing is what it is about
 */
export function factsOfThing(thing: Thing, kind: ItemKind, host: string, url = ''): ItemFacts {
  const brand = brandOf(thing);
  const [year] = UNDATED.includes(kind) ? [] : datesOf(thing).flatMap((text) => yearIn(text) ?? []);
  const [series] = wordsOf([
    ...textsOf(thing, 'partOfSeries'),
    ...thingsOf(thing, 'isPartOf').flatMap((part) =>
      /Series$/u.test(part.types.join(' ')) ? textsOf(part, 'name') : [],
    ),
  ]);
  return present<Omit<ItemFacts, 'originalName'>>({
    kind,
    name: nameOfThing(thing),
    creators: some(wordsOf(textsOf(thing, ...MAKERS).flatMap(people)).filter((maker) => maker !== brand)),
    brand,
    series,
    genres: some(wordsOf(textsOf(thing, 'genre', 'servesCuisine').flatMap((text) => text.split(/\s*[,;|/]\s*/u)))),
    year,
    identifiers: identifiersOfThing(thing, host, url, brand),
  });
}

/** The first year between 1800 and 2099 in a text. */
export function yearIn(text: string): number | undefined {
  const year = /(?<!\d)(?:1[89]|20)\d{2}(?!\d)/u.exec(text)?.[0];
  return year === undefined ? undefined : Number(year);
}

function brandOf(thing: Thing): string | undefined {
  return textsOf(thing, 'brand', 'manufacturer')
    .map((text) => cleanName(text.slice(text.lastIndexOf(': ') + 1)))
    .find((brand) => brand !== '' && brand.length <= MAX_WORD && !/^(?:https?:)?\/|[${}]/iu.test(brand));
}

function datesOf(thing: Thing): readonly string[] {
  return [
    ...thingsOf(thing, 'releasedEvent').flatMap((event) => textsOf(event, 'startDate')),
    ...textsOf(thing, ...DATES),
  ];
}

/** Several people in one text, where each piece could be one: 'Ann Lee, Bo Ek'. A lone 'Lee, Ann' stays whole. */
function people(text: string): readonly string[] {
  const pieces = text.split(/\s*[,;]\s+/u);
  return pieces.every((piece) => /\S\s\S/u.test(piece)) ? pieces : [text];
}

function some(words: readonly string[]): readonly string[] | undefined {
  return words.length > 0 ? words : undefined;
}

function wordsOf(texts: readonly string[]): readonly string[] {
  if (texts.length === 0) {
    return texts;
  }
  const words = texts.slice(0, 100).map((text) => cleanName(/^https?:/iu.test(text) ? localName(text) : text));
  return [...new Set(words)].filter((word) => word !== '' && word.length <= MAX_WORD).slice(0, MAX_LIST);
}
