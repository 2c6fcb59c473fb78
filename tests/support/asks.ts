import type { Ask } from '../../src/domain/ask.ts';

/** An ask as a vendor's script writes it: no agreement named. */
export const MINIMAL_ASK = {
  id: 'shelf-1',
  text: 'To put what you like first.',
  purpose: 'ProvideProductRecommendations',
  required: [{ collection: 'ratings', kinds: ['Movie'] }],
  optional: [],
  retention: 'P30D',
  sharing: 'none',
} as const;

/** An ask as it is kept: read, with its agreement. */
export function sampleAsk(changes: Partial<Ask> = {}): Ask {
  return { ...MINIMAL_ASK, agreement: 'SD-BASE', ...changes };
}
