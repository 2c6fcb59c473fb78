/** A quote as a vendor writes it: schema.org's `Offer`, with a line for each thing. Comes out as the domain's. */
import * as v from 'valibot';
import type { Quote, Returns } from '../../domain/quote.ts';
import { quoteCharges } from './charges-schema.ts';
import type { Unnamed } from './unnamed.ts';
import { present } from './present.ts';
import { quoteLine } from './quote-line-schema.ts';
import { WIRE_LIMITS } from './wire-limits.ts';
import * as wire from './wire-values.ts';

const RETURN_CATEGORIES = [
  'MerchantReturnFiniteReturnWindow',
  'MerchantReturnNotPermitted',
  'MerchantReturnUnspecified',
] as const;
const RETURN_FEES = ['FreeReturn', 'ReturnFeesCustomerResponsibility'] as const;

const returnPolicy = v.pipe(
  v.strictObject({
    '@type': v.exactOptional(v.literal('MerchantReturnPolicy')),
    returnPolicyCategory: wire.schemaOrg(RETURN_CATEGORIES),
    merchantReturnDays: v.exactOptional(wire.count(WIRE_LIMITS.days)),
    returnFees: v.exactOptional(wire.schemaOrg(RETURN_FEES)),
  }),
  v.check(
    ({ returnPolicyCategory, merchantReturnDays }) =>
      (returnPolicyCategory === 'MerchantReturnFiniteReturnWindow') === (merchantReturnDays !== undefined),
    'merchantReturnDays goes with MerchantReturnFiniteReturnWindow, and with nothing else',
  ),
  v.transform(({ returnPolicyCategory, merchantReturnDays: days, returnFees }): Returns => {
    if (days === undefined) {
      return { kind: returnPolicyCategory === 'MerchantReturnNotPermitted' ? 'none' : 'unknown' };
    }
    return { kind: 'days', days, paidBy: returnFees === undefined ? 'unknown' : PAID_BY[returnFees] };
  }),
);
const PAID_BY = { FreeReturn: 'vendor', ReturnFeesCustomerResponsibility: 'person' } as const;

const contactPoint = v.pipe(
  v.strictObject({
    '@type': v.exactOptional(v.literal('ContactPoint')),
    name: v.exactOptional(wire.name),
    email: v.exactOptional(wire.name),
    telephone: v.exactOptional(wire.short),
  }),
  v.check((one) => (one.name ?? one.email ?? one.telephone) !== undefined, 'Says nobody'),
  v.transform(({ name, email, telephone }) => present({ name, email, phone: telephone })),
);

export const quoteMessage = v.pipe(
  v.strictObject({
    kind: v.literal('quote'),
    '@type': v.literal('Offer'),
    copy: wire.copyNumber,
    replaces: v.exactOptional(wire.messageId),
    priceCurrency: wire.currency,
    pricing: v.picklist(['fixed', 'negotiable']),
    lines: wire.list(quoteLine, WIRE_LIMITS.quoteLines, 1),
    priceSpecification: v.exactOptional(quoteCharges, {}),
    eligibleRegion: v.exactOptional(wire.name),
    priceValidUntil: wire.instant,
    hasMerchantReturnPolicy: v.exactOptional(returnPolicy),
    seller: v.exactOptional(
      v.strictObject({ '@type': v.exactOptional(v.picklist(['Organization', 'Person'])), contactPoint }),
    ),
    checkoutPageURLTemplate: v.exactOptional(v.pipe(v.string(), v.maxLength(WIRE_LIMITS.address))),
    description: v.exactOptional(wire.words()),
  }),
  v.transform(
    (one): Unnamed<Quote> => ({
      kind: 'quote',
      copy: one.copy,
      ...present({ replaces: one.replaces }),
      currency: one.priceCurrency,
      pricing: one.pricing,
      lines: one.lines,
      ...one.priceSpecification,
      ...present({ validFor: one.eligibleRegion }),
      validUntilMs: one.priceValidUntil,
      returns: one.hasMerchantReturnPolicy ?? { kind: 'unknown' },
      ...present({
        contact: one.seller?.contactPoint,
        checkout: one.checkoutPageURLTemplate,
        words: one.description,
      }),
    }),
  ),
);
