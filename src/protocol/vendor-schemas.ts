/** What goes out to a vendor and comes in beside an ask: queries, pages of schema.org objects, references, grants. */
import * as v from 'valibot';
import { PURPOSES } from '../domain/ask.ts';
import { readIdentifier } from '../domain/identifier.ts';
import { ITEM_KINDS } from '../domain/item.ts';
import { STRENGTHS } from '../domain/preference.ts';
import { keys, kinds, moment } from './ask-schema.ts';

/** At most this many items a page of an answer, and identifiers a query. */
export const PAGE_LIMIT = 500;

const limit = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PAGE_LIMIT)));
const cursor = v.exactOptional(v.pipe(v.string(), v.maxLength(500)));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** `scheme:value` of any scheme Sayso knows; what it does not know names nothing the person holds. */
const identifier = v.pipe(
  text(400),
  v.regex(/^[a-z][a-z0-9-]{1,20}:\S/u, 'Not scheme:value'),
  v.transform((value) => readIdentifier(value)),
);

export const ratingQuery = v.strictObject({
  kinds: v.exactOptional(kinds),
  identifiers: v.exactOptional(v.pipe(v.array(identifier), v.maxLength(PAGE_LIMIT))),
  since: v.exactOptional(moment),
  limit,
  cursor,
});

export const preferenceQuery = v.strictObject({
  keys: v.exactOptional(keys),
  kinds: v.exactOptional(kinds),
  limit,
  cursor,
});

const oneOrMore = (most: number) =>
  v.pipe(
    v.union([text(300), v.pipe(v.array(text(300)), v.maxLength(most))]),
    v.transform((value) => (typeof value === 'string' ? [value] : value)),
  );

const count = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)));

export const itemReference = v.strictObject({
  identifier: v.pipe(
    v.union([identifier, v.pipe(v.array(identifier), v.minLength(1), v.maxLength(12))]),
    v.transform((value) => (Array.isArray(value) ? value : [value])),
  ),
  name: v.exactOptional(text(300)),
  '@type': v.exactOptional(v.picklist(ITEM_KINDS)),
  genre: v.exactOptional(oneOrMore(20)),
  brand: v.exactOptional(text(300)),
  creator: v.exactOptional(oneOrMore(20)),
  isPartOf: v.exactOptional(text(300)),
  aggregateRating: v.exactOptional(
    v.pipe(
      v.strictObject({
        '@type': v.exactOptional(v.literal('AggregateRating')),
        ratingValue: v.pipe(v.number(), v.finite()),
        bestRating: v.exactOptional(v.pipe(v.number(), v.finite()), 5),
        worstRating: v.exactOptional(v.pipe(v.number(), v.finite()), 1),
        ratingCount: count,
        reviewCount: count,
      }),
      v.check((one) => one.worstRating < one.bestRating, 'worstRating is not below bestRating'),
      v.check(
        (one) => one.ratingValue >= one.worstRating && one.ratingValue <= one.bestRating,
        'ratingValue is off its scale',
      ),
    ),
  ),
});

export const itemReferences = v.pipe(v.array(itemReference), v.maxLength(PAGE_LIMIT));
export const rankedItems = v.array(v.object({ index: v.pipe(v.number(), v.integer()) }));

const mark = {
  '@type': v.literal('Rating'),
  ratingValue: v.number(),
  bestRating: v.number(),
  worstRating: v.number(),
};

export const review = v.object({
  '@type': v.literal('Review'),
  itemReviewed: v.object({
    '@type': v.picklist(ITEM_KINDS),
    name: v.string(),
    identifier: v.array(v.string()),
    sameAs: v.array(v.string()),
  }),
  reviewRating: v.object(mark),
  dateCreated: v.exactOptional(v.string()),
  reviewBody: v.exactOptional(v.string()),
  keywords: v.exactOptional(v.array(v.string())),
  reviewAspect: v.exactOptional(v.array(v.object({ ...mark, reviewAspect: v.string() }))),
});

export const propertyValue = v.object({
  '@type': v.literal('PropertyValue'),
  propertyID: v.string(),
  value: v.string(),
  unitText: v.exactOptional(v.string()),
  valueReference: v.picklist(STRENGTHS),
  kinds: v.exactOptional(v.array(v.picklist(ITEM_KINDS))),
});

export const pageOf = <const S extends v.GenericSchema>(item: S) =>
  v.object({
    '@context': v.literal('https://schema.org'),
    items: v.pipe(v.array(item), v.maxLength(PAGE_LIMIT)),
    next: v.exactOptional(v.string()),
  });

export const reviewPage = pageOf(review);
export const preferencePage = pageOf(propertyValue);

/** A grant as its vendor sees it: nothing of what was kept back. */
export const grant = v.object({
  id: v.string(),
  person: v.string(),
  scope: v.array(
    v.object({
      collection: v.string(),
      kinds: v.exactOptional(v.array(v.string())),
      keys: v.exactOptional(v.array(v.string())),
      fields: v.exactOptional(v.array(v.string())),
      filter: v.exactOptional(
        v.object({
          since: v.exactOptional(v.string()),
          until: v.exactOptional(v.string()),
          min: v.exactOptional(v.number()),
          max: v.exactOptional(v.number()),
        }),
      ),
      derive: v.exactOptional(v.literal('rank')),
    }),
  ),
  purpose: v.picklist(PURPOSES),
  agreement: v.string(),
  retention: v.string(),
  sharing: v.union([v.literal('none'), v.array(v.string())]),
  from: v.string(),
  until: v.exactOptional(v.string()),
  uses: v.picklist(['once', 'many']),
  status: v.picklist(['active', 'ended', 'revoked', 'withdrawn', 'replaced', 'used']),
});

export type VendorGrant = v.InferOutput<typeof grant>;
export type ItemReference = v.InferOutput<typeof itemReference>;
