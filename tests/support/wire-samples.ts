import type { OwnershipInfo, SignedByVendor } from '../../src/protocol/customer-reply.ts';
import type { Offer, OfferedLine } from '../../src/protocol/customer-offer.ts';
import { THREAD, ASKED } from './request-samples.ts';

export const WIRE_LINE: OfferedLine = {
  kind: 'offered',
  key: 'a',
  line: 1,
  itemOffered: { name: 'Rover Duo' },
  itemCondition: 'NewCondition',
  eligibleQuantity: { value: '1', unitCode: 'C62' },
  priceSpecification: [{ price: '499.00', priceCurrency: 'EUR' }],
};

/** The least that a quote can say. */
export const WIRE_QUOTE: Offer = {
  kind: 'quote',
  '@type': 'Offer',
  copy: 1,
  priceCurrency: 'EUR',
  pricing: 'fixed',
  lines: [WIRE_LINE],
  priceValidUntil: '2026-12-01T18:00:00+01:00',
};

/** In the form of an envelope; nobody signed it. */
export const SIGNED_BY_VENDOR: SignedByVendor = {
  sayso: '1',
  from: 'https://shop.example',
  to: ASKED.person,
  request: THREAD,
  id: 'd1',
  at: '2026-11-12T09:00:00.000Z',
  key: 'k'.repeat(43),
  body: { kind: 'decline', copy: 1, reason: 'out-of-stock' },
  signature: 's'.repeat(86),
};

export const PROPOSED_OWNERSHIP: OwnershipInfo = {
  '@type': 'OwnershipInfo',
  id: 'o1',
  typeOfGood: { '@type': 'Product', name: 'Rover Duo', identifier: ['gtin:04006381333931'] },
  ownedFrom: '2026-11',
};
