import type { GrantId } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function revokeGrant(_context: AppContext, _input: { readonly grantId: GrantId }): Promise<void> {
  throw new AppError('not-supported', 'revokeGrant is being written.');
}
