import type { GrantId, Origin } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function withdrawGrant(
  _context: AppContext,
  _input: { readonly origin: Origin; readonly grantId: GrantId },
): Promise<void> {
  throw new AppError('not-supported', 'withdrawGrant is being written.');
}
