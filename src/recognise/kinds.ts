import type { ItemKind } from '../domain/item.ts';

/**
 * Type names of schema.org and of the vocabularies before it, and the words that addresses and Open Graph use for the
 * same things, by kind.
 */
const NAMES: Readonly<Partial<Record<ItemKind, string>>> = {
  Product:
    'Product ProductGroup ProductModel IndividualProduct SomeProducts Vehicle Car Offering ProductOrServicesSomeInstancesPlaceholder product item deal',
  Movie: 'Movie Film movie film',
  TVSeries: 'TVSeries TVSeason tv_show',
  TVEpisode: 'TVEpisode Episode episode tv_episode',
  Book: 'Book Audiobook book',
  VideoGame: 'VideoGame game',
  Game: 'Game BoardGame',
  MusicAlbum: 'MusicAlbum MusicRelease album',
  MusicRecording: 'MusicRecording song',
  PodcastSeries: 'PodcastSeries podcast',
  SoftwareApplication: 'SoftwareApplication MobileApplication WebApplication',
  Recipe: 'Recipe recipe',
  Restaurant: 'Restaurant FoodEstablishment CafeOrCoffeeShop BarOrPub Bakery restaurant',
  Hotel: 'Hotel LodgingBusiness Hostel Resort BedAndBreakfast hotel',
  Place: 'Place TouristAttraction Museum LocalBusiness Store',
  Event: 'Event MusicEvent TheaterEvent ScreeningEvent SportsEvent Festival',
  Course: 'Course',
  Service: 'Service',
  Organization: 'Organization',
  Person: 'Person',
  CreativeWork: 'CreativeWork',
};

const KIND_OF_NAME = new Map(
  (Object.entries(NAMES) as [ItemKind, string][]).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind]),
  ),
);

/** Kinds that pages mention all the time without being about them. */
const MENTIONED: readonly (ItemKind | undefined)[] = [
  'Organization',
  'Person',
  'Place',
  'CreativeWork',
  'Service',
  'Event',
];

export function isMentionedKind(kind: ItemKind | undefined): boolean {
  return MENTIONED.includes(kind);
}

/** The most telling kind of a thing's types: `['Product', 'Book']` is a book. */
export function kindOfTypes(types: readonly string[]): ItemKind | undefined {
  const kinds = types.flatMap((type) => KIND_OF_NAME.get(type) ?? []);
  return (
    kinds.find((kind) => kind !== 'Product' && !isMentionedKind(kind)) ??
    kinds.find((kind) => kind === 'Product') ??
    kinds[0]
  );
}

/** Open Graph's `og:type` by its last word, after a vendor's own prefix: `video.movie`, `wayfairus:product`. */
export function kindOfOpenGraph(type: string): ItemKind | undefined {
  return KIND_OF_NAME.get(
    type
      .trim()
      .toLowerCase()
      .replace(/^.*[.:]/u, ''),
  );
}

/** What an address shows one of, when it says the word and then a number or a UUID: `/books/<id>`. */
export function kindOfPath(url: string): ItemKind | undefined {
  const word =
    /^(?:[^/]*\/\/[^/]+)?\/(?:[a-z]{2}\/)?([a-z]+?)s?\/(?:\d{2,}|[\da-f-]{36})(?:[-/.][^/]*)?\/?(?:[?#]|$)/u.exec(
      url,
    )?.[1];
  return word === undefined ? undefined : KIND_OF_NAME.get(word);
}
