/**
 * Why the person goes elsewhere: the reason codes of the Agentic Commerce Protocol, as they are on its wire. Always theirs to
 * give or not; never worked out from anything private.
 */
export const LET_DOWN_REASONS = [
  'price_sensitivity',
  'shipping_cost',
  'shipping_speed',
  'product_fit',
  'trust_security',
  'returns_policy',
  'payment_options',
  'comparison',
  'timing_deferred',
  'other',
] as const;
export type LetDownReason = (typeof LET_DOWN_REASONS)[number];
