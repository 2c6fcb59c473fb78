import { ITEM_KINDS, type ItemKind } from '../domain/item.ts';

/** Other types, in schema.org and the vocabularies before it, by the kind they are a sort of. */
const NARROWER: Readonly<Partial<Record<ItemKind, string>>> = {
  Product:
    'ProductGroup ProductModel IndividualProduct SomeProducts Vehicle Car Motorcycle Offering hProduct ActualProductOrServiceInstance ProductOrServicesSomeInstancesPlaceholder ProductOrServiceModel Drug DietarySupplement',
  Movie: 'Film',
  TVSeries: 'TVSeason CreativeWorkSeason CreativeWorkSeries',
  TVEpisode: 'Episode',
  Book: 'Audiobook EBook ComicIssue ComicStory BookSeries ComicSeries',
  Game: 'BoardGame TabletopGame',
  MusicAlbum: 'MusicRelease Album',
  MusicRecording: 'MusicComposition Song',
  PodcastSeries: 'Podcast',
  SoftwareApplication: 'MobileApplication WebApplication Software SoftwareSourceCode',
  Recipe: 'HowToRecipe hRecipe',
  Restaurant:
    'FoodEstablishment CafeOrCoffeeShop BarOrPub FastFoodRestaurant IceCreamShop Bakery Brewery Winery Distillery',
  Hotel: 'LodgingBusiness Hostel Motel Resort BedAndBreakfast Campground VacationRental',
  Place:
    'TouristAttraction Museum Park Beach LandmarksOrHistoricalBuildings CivicStructure AmusementPark Zoo Aquarium ArtGallery MovieTheater LocalBusiness Store',
  Event: 'MusicEvent TheaterEvent ScreeningEvent Festival SportsEvent ExhibitionEvent ComedyEvent DanceEvent',
  Course: 'CourseInstance',
};

const KIND_OF_TYPE = new Map<string, ItemKind>();
for (const kind of ITEM_KINDS) {
  for (const name of [kind, ...(NARROWER[kind]?.split(' ') ?? [])]) {
    KIND_OF_TYPE.set(name, kind);
  }
}

/** Kinds that pages mention all the time without being about them: only a page that says so itself is about one. */
const MENTIONED: readonly ItemKind[] = [
  'Organization',
  'Person',
  'Place',
  'CreativeWork',
  'WebPage',
  'Service',
  'Event',
];

export function isMentionedKind(kind: ItemKind): boolean {
  return MENTIONED.includes(kind);
}

/** The most telling kind of a thing's types: `['Car', 'Product']` is a product. */
export function kindOfTypes(types: readonly string[]): ItemKind | undefined {
  let best: ItemKind | undefined;
  for (const type of types) {
    const kind = KIND_OF_TYPE.get(type);
    if (kind && (best === undefined || isMentionedKind(best) || best === 'Product')) {
      best = kind;
    }
  }
  return best;
}

/** Open Graph's `og:type`, its last word after a vendor's own prefix: `video.movie`, `wayfairus:product`. */
const KIND_OF_OG: readonly (readonly [pattern: RegExp, kind: ItemKind])[] = [
  [/^(?:video\.)?(?:movie|film)$/u, 'Movie'],
  [/^video\.tv_?show$|^tv_?show$/u, 'TVSeries'],
  [/^video\.(?:tv_)?episode$/u, 'TVEpisode'],
  [/^(?:books?\.)?book$/u, 'Book'],
  [/^music\.album$|^album$/u, 'MusicAlbum'],
  [/^music\.song$|^song$/u, 'MusicRecording'],
  [/(?:^|[.:])(?:product|product\.item|product\.group|item)$/u, 'Product'],
  [/^(?:restaurant|restaurant\.restaurant|food_?establishment|cafe|bar)$/u, 'Restaurant'],
  [/^hotel$/u, 'Hotel'],
  [/^(?:video_?)?game(?:s\.game)?$/u, 'VideoGame'],
  [/(?:^|:)recipe$/u, 'Recipe'],
  [/^(?:podcast|music\.podcast)$/u, 'PodcastSeries'],
];

export function kindOfOpenGraph(type: string): ItemKind | undefined {
  const folded = type.trim().toLowerCase();
  return KIND_OF_OG.find(([pattern]) => pattern.test(folded))?.[1];
}
