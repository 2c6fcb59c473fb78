/** Our records as the schema.org objects a vendor reads. */
import type { Grant as PageGrant } from './customer.ts';
import type { RatingField } from '../domain/ask.ts';
import type { HeldGrant } from '../domain/grant.ts';
import { type Identifier, schemeOf, strengthOf, valueOf } from '../domain/identifier.ts';
import type { Origin } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { momentOf } from '../domain/moment.ts';
import { pageOfIdentifier } from '../domain/page-of-identifier.ts';
import type { Preference } from '../domain/preference.ts';
import type { Rating } from '../domain/rating.ts';
import type { Given } from '../domain/scale.ts';
import type { VendorOutput } from './vendor-wire.ts';

type Review = VendorOutput<'ratings'>['items'][number];
type PropertyValue = VendorOutput<'preferences'>['items'][number];

/** One rating for one vendor, with just the fields that were given. */
export function reviewOf(vendor: Origin, item: Item, rating: Rating, fields: readonly RatingField[]): Review {
  const identifiers = item.identifiers.filter((identifier) => isFor(vendor, identifier));
  return {
    '@type': 'Review',
    itemReviewed: {
      '@type': item.kind,
      name: item.name,
      identifier: identifiers,
      sameAs: identifiers.map(pageOfIdentifier).filter((url) => url !== undefined),
    },
    reviewRating: markOf(rating.given),
    ...(fields.includes('dateCreated') && rating.isUndated !== true && { dateCreated: rating.ratedAt }),
    ...(fields.includes('reviewBody') && rating.text !== undefined && { reviewBody: rating.text }),
    ...(fields.includes('keywords') && rating.tags !== undefined && { keywords: [...rating.tags] }),
    ...(fields.includes('reviewAspect') &&
      rating.aspects !== undefined && {
        reviewAspect: rating.aspects.map(({ name, given }) => ({ ...markOf(given), reviewAspect: name })),
      }),
  };
}

export function propertyValueOf(preference: Preference): PropertyValue {
  return {
    '@type': 'PropertyValue',
    propertyID: preference.key,
    value: preference.value,
    ...(preference.unit !== undefined && { unitText: preference.unit }),
    valueReference: preference.strength,
    ...(preference.kinds !== undefined && { kinds: [...preference.kinds] }),
  };
}

/** A grant as its vendor sees it: what was kept back stays unsaid. */
export function vendorGrantOf(grant: HeldGrant): PageGrant {
  return {
    id: grant.id,
    person: grant.person,
    scope: grant.scope.map(({ without: _without, ...need }) => need),
    purpose: grant.ask.purpose,
    agreement: grant.ask.agreement,
    retention: grant.ask.retention,
    sharing: grant.ask.sharing,
    from: momentOf(grant.fromMs),
    ...(grant.untilMs !== undefined && { until: momentOf(grant.untilMs) }),
    uses: grant.duration === 'once' ? 'once' : 'many',
    status: grant.status,
  };
}

/**
 * What one site calls a thing tells where the person looks at things. It goes to that site alone;
 * the catalogues' and makers' own identifiers go to all.
 */
function isFor(vendor: Origin, identifier: Identifier): boolean {
  if (strengthOf(identifier) === 'strong') {
    return true;
  }
  const { hostname } = new URL(vendor);
  const bare = hostname.replace(/^www\./u, '');
  switch (schemeOf(identifier)) {
    case 'url':
      return new URL(valueOf(identifier)).hostname === hostname;
    case 'sku':
      return valueOf(identifier).startsWith(`${bare}/`);
    default:
      return false;
  }
}

function markOf(given: Given) {
  return {
    '@type': 'Rating' as const,
    ratingValue: given.value,
    bestRating: given.best,
    worstRating: given.worst,
  };
}
