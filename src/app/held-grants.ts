import type { HeldGrant } from '../domain/grant.ts';
import type { Origin } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function heldGrants(_context: AppContext, _input: { readonly origin: Origin }): Promise<HeldGrant[]> {
  throw new AppError('not-supported', 'heldGrants is being written.');
}
