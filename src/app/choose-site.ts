import type { Origin } from '../domain/ids.ts';
import type { Vendor } from '../domain/vendor.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface SiteChoice {
  readonly origin: Origin;
  /** Give it `navigator.customer`. */
  readonly connect?: boolean;
  /** Show the person's own stars there. */
  readonly stars?: boolean;
}

export async function chooseSite(_context: AppContext, _input: SiteChoice): Promise<Vendor> {
  throw new AppError('not-supported', 'chooseSite is being written.');
}
