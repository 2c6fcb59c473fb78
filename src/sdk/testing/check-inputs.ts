import type {
  AggregateRating,
  Ask,
  ItemReference,
  Need,
  PreferenceQuery,
  RatingQuery,
} from '../../protocol/customer.ts';
import { ALLOWED, either, list, number, pageOf, record, text, where, whole } from './checks.ts';

const words = (most: number) => text(/[\p{L}\p{N}\p{P}\p{S}]/u, 'text that can be read', most);
const anyText = (most: number) => text(/^/u, 'text', most);
const date = where(
  text(/^\s*\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}\S*)?)?)?\s*$/u, 'an ISO 8601 date or time', 40),
  isDate,
  'a day of the calendar',
);
const duration = text(
  /^P(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,4}H)?(?:\d{1,4}M)?(?:\d{1,5}S)?)?$/u,
  'an ISO 8601 duration such as P30D',
);
const agreement = text(/^(?:ieee-7012:)?[A-Z][A-Z0-9-]{1,30}$/u, 'an IEEE 7012 id such as SD-BASE');
const identifier = text(/^[a-z][a-z0-9-]{1,20}:\S/u, 'an identifier, scheme:value', 400);
const common = number(1, 100);
const kinds = list(ALLOWED.kind, 22);
const keys = list(text(/^[a-z][a-z0-9-]{0,39}$/u, 'a preference key'), 50);
const oneOrMore = either(anyText(300), list(anyText(300), 20));

const possible = where(
  record({}, { since: date, until: date, min: common, max: common }),
  ({ since, until, min = 1, max = 100 }: NonNullable<Need['filter']>) =>
    min <= max && (since === undefined || until === undefined || !isAfter(since.trim(), until.trim())),
  'min is above max, or since is after until',
);

const anyNeed = record(
  { collection: ALLOWED.collection },
  {
    kinds,
    keys,
    fields: list(ALLOWED.field, 4),
    filter: possible,
    derive: text(/^rank$/u, "'rank'"),
  },
);
const need = where(
  anyNeed,
  ({ collection, keys: named, fields, derive }: Need) =>
    (collection === 'preferences' || named === undefined) &&
    (collection === 'ratings' || fields === undefined) &&
    (collection !== 'intentions' || derive === undefined),
  'keys go with preferences only, fields with ratings only, derive with both',
);

const ask = where(
  record(
    {
      id: words(100),
      text: words(1_000),
      purpose: ALLOWED.purpose,
      required: list(need, 12),
      optional: list(need, 12),
      retention: duration,
      sharing: either(text(/^none$/u, "'none'"), list(words(200), 20, 1)),
    },
    { agreement },
  ),
  ({ required, optional }: Ask) => required.length + optional.length > 0,
  'required and optional are both empty',
);

const paging = { limit: whole(1, 500), cursor: anyText(500) };
const ratingQuery = record({}, { kinds, identifiers: pageOf(identifier), since: date, ...paging });
const preferenceQuery = record({}, { keys, kinds, ...paging });

const average = where(
  record(
    { ratingValue: number() },
    {
      '@type': text(/^AggregateRating$/u, "'AggregateRating'"),
      bestRating: number(),
      worstRating: number(),
      ratingCount: whole(0),
      reviewCount: whole(0),
    },
  ),
  ({ ratingValue, bestRating = 5, worstRating = 1 }: AggregateRating) =>
    worstRating < bestRating && ratingValue >= worstRating && ratingValue <= bestRating,
  'ratingValue is off its scale',
);
const itemReference = record(
  { identifier: either(identifier, list(identifier, 12, 1)) },
  {
    name: anyText(300),
    '@type': ALLOWED.kind,
    genre: oneOrMore,
    brand: anyText(300),
    creator: oneOrMore,
    isPartOf: anyText(300),
    aggregateRating: average,
  },
);
const items = pageOf(itemReference);

/** As far as both say: a year is not after a day of it. */
function isAfter(since: string, until: string): boolean {
  const length = Math.min(since.length, until.length);
  return since.slice(0, length) > until.slice(0, length);
}

function isDate(value: string): boolean {
  const day = value.trim().slice(0, 10);
  const isDay = Number.isFinite(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  return isDay && Number.isFinite(Date.parse(value.trim().replace(' ', 'T')));
}

/** @throws {DOMException} `DataError` */
export function checkAsk(input: unknown): Ask {
  ask(input, '');
  return input as Ask;
}

/** @throws {DOMException} `DataError`, `QuotaExceededError` for too many */
export function checkRatingQuery(input: unknown): RatingQuery {
  ratingQuery(input, '');
  return input as RatingQuery;
}

/** @throws {DOMException} `DataError` */
export function checkPreferenceQuery(input: unknown): PreferenceQuery {
  preferenceQuery(input, '');
  return input as PreferenceQuery;
}

/** @throws {DOMException} `DataError`, `QuotaExceededError` for too many */
export function checkItems(input: unknown): readonly ItemReference[] {
  items(input, 'items');
  return input as readonly ItemReference[];
}
