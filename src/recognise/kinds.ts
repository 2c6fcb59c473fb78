import { ITEM_KINDS, type ItemKind } from '../domain/item.ts';

/** Other names, small: narrower types of schema.org and the vocabularies before it, and Open Graph's words. */
const OTHER_NAMES: Readonly<Partial<Record<ItemKind, string>>> = {
  Product: 'productgroup productmodel car vehicle offering item deal',
  Movie: 'film',
  TVSeries: 'tvseason tv_show',
  TVEpisode: 'episode tv_episode',
  MusicAlbum: 'album musicrelease',
  MusicRecording: 'song',
  PodcastSeries: 'podcast',
  SoftwareApplication: 'mobileapplication webapplication',
  Restaurant: 'foodestablishment cafeorcoffeeshop barorpub',
  Hotel: 'lodgingbusiness resort',
  Place: 'localbusiness store touristattraction museum',
};

const KIND_OF_NAME = new Map(
  ITEM_KINDS.flatMap((kind) =>
    [kind, ...(OTHER_NAMES[kind]?.split(' ') ?? [])].map((name) => [name.toLowerCase(), kind]),
  ),
);

/** Kinds that pages mention all the time without being about them. */
const MENTIONED = /^(?:Organization|Person|Place|CreativeWork|WebPage|Service|Event)$/u;

export function isMentionedKind(kind: ItemKind): boolean {
  return MENTIONED.test(kind);
}

/** The most telling kind of a thing's types: `['Product', 'Book']` is a book, `MusicEvent` an event. A page is no thing. */
export function kindOfTypes(types: readonly string[]): ItemKind | undefined {
  let best: ItemKind | undefined;
  for (const type of types) {
    const kind = kindOfName(type);
    best =
      best === undefined || isMentionedKind(best) || (best === 'Product' && kind && !isMentionedKind(kind))
        ? (kind ?? best)
        : best;
  }
  return best === 'WebPage' ? undefined : best;
}

/** Open Graph's `og:type` by its last word, after a vendor's own prefix: `video.movie`, `wayfairus:product`. */
export function kindOfOpenGraph(type: string): ItemKind | undefined {
  return KIND_OF_NAME.get(type.replace(/^.*[.:]/u, ''));
}

function kindOfName(type: string): ItemKind | undefined {
  return (
    KIND_OF_NAME.get(type.toLowerCase()) ??
    ITEM_KINDS.find((kind) => kind !== 'Person' && kind !== 'Place' && type.endsWith(kind))
  );
}
