import type { GrantId } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function shortenGrant(
  _context: AppContext,
  _input: { readonly grantId: GrantId; readonly untilMs: number },
): Promise<void> {
  throw new AppError('not-supported', 'shortenGrant is being written.');
}
