import { heldGrants } from '../app/held-grants.ts';
import { rankItems } from '../app/rank-items.ts';
import { readPreferences } from '../app/read-preferences.ts';
import { type RatingsPage, readRatings } from '../app/read-ratings.ts';
import { withdrawGrant } from '../app/withdraw-grant.ts';
import type { AppContext } from '../app/context.ts';
import { AppError } from '../domain/errors.ts';
import { type Origin, recordId } from '../domain/ids.ts';
import { propertyValueOf, reviewOf, vendorGrantOf } from '../protocol/to-schema-org.ts';
import type { VendorOutput } from '../protocol/vendor-wire.ts';
import type { VendorGrant } from '../protocol/vendor-schemas.ts';
import { rankRequestOf } from './rank-request.ts';
import type { AskBroker } from './ask-broker.ts';
import { requestHandlers } from './request-handlers.ts';
import type { VendorDocuments } from './vendor-documents.ts';
import type { VendorHandlers } from './vendor-router.ts';

/** A read that comes again is the same page: its answer is made once. A page is one origin's. */
const reviewPages = new WeakMap<RatingsPage, VendorOutput<'ratings'>>();

function reviewPageOf(origin: Origin, { rows, next }: RatingsPage): VendorOutput<'ratings'> {
  const items = rows.map(({ item, rating, fields }) => reviewOf(origin, item, rating, fields));
  return { '@context': 'https://schema.org', items, ...(next !== undefined && { next }) };
}

/** What each call of the vendor wire does: a use-case, then schema.org. */
export function vendorHandlers(
  ready: Promise<AppContext>,
  broker: AskBroker,
  requests: { readonly documents: VendorDocuments; readonly moved: () => void },
): VendorHandlers {
  return {
    ...requestHandlers(ready, requests.documents, requests.moved),

    async request(ask, { caller, callId }) {
      // What a vendor is asked it may read without: a grant that nothing is read by promises both sides what is not kept.
      if ([...ask.required, ...ask.optional].some(({ collection }) => collection === 'intentions')) {
        throw new AppError('not-supported', 'intentions is not supported by this version of Sayso.');
      }
      return broker.request(ask, caller, callId);
    },

    async grants(_input, { caller }) {
      const held = await heldGrants(await ready, { origin: caller.origin });
      return held.map((grant) => vendorGrantOf(grant) as VendorGrant);
    },

    async ratings(query, { caller: { origin }, callId }) {
      const page = await readRatings(await ready, { origin, callId, query });
      const answer = reviewPages.get(page) ?? reviewPageOf(origin, page);
      reviewPages.set(page, answer);
      return answer;
    },

    async preferences(query, { caller: { origin }, callId }) {
      const { preferences, next } = await readPreferences(await ready, { origin, callId, query });
      return {
        '@context': 'https://schema.org',
        items: preferences.map(propertyValueOf),
        ...(next !== undefined && { next }),
      };
    },

    async rank(references, { caller: { origin }, callId }) {
      const order = await rankItems(await ready, { origin, callId, items: references.map(rankRequestOf) });
      return order.map((index) => ({ index }));
    },

    async withdraw(grantId, { caller: { origin } }) {
      await withdrawGrant(await ready, { origin, grantId: recordId(grantId) });
      await broker.tellGrantsChanged(origin);
      return null;
    },
  };
}
