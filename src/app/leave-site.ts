import type { Origin } from '../domain/ids.ts';
import type { Vendor } from '../domain/vendor.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface SiteLeave {
  readonly origin: Origin;
  readonly connect?: true;
  readonly stars?: true;
}

export async function leaveSite(_context: AppContext, _input: SiteLeave): Promise<{ vendor: Vendor }> {
  throw new AppError('not-supported', 'leaveSite is being written.');
}
