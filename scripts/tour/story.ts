import { acceptQuote } from './steps/accept-quote.ts';
import { allowOrder } from './steps/allow-order.ts';
import { castIntention } from './steps/cast-intention.ts';
import { connectMatinee } from './steps/connect-matinee.ts';
import { keepPreference } from './steps/keep-preference.ts';
import { rateFilms } from './steps/rate-films.ts';
import { rateProduct } from './steps/rate-product.ts';
import { revoke } from './steps/revoke.ts';
import { seeAsk } from './steps/see-ask.ts';
import { seeReads } from './steps/see-reads.ts';
import { showOwnStars } from './steps/show-stars.ts';
import { welcome } from './steps/welcome.ts';
import { writeIntention } from './steps/write-intention.ts';
import type { Step } from './step.ts';

/** The main job, from the first start to a revoke, and one whole request for proposals. Each step builds on those before it. */
export const story: readonly Step[] = [
  welcome,
  rateProduct,
  rateFilms,
  showOwnStars,
  keepPreference,
  connectMatinee,
  seeAsk,
  allowOrder,
  seeReads,
  revoke,
  writeIntention,
  castIntention,
  acceptQuote,
];
