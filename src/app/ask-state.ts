import type { Decision, HeldGrant } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export type AskState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'decided'; readonly decision: Decision; readonly grant?: HeldGrant };

export async function askState(
  _context: AppContext,
  _input: { readonly origin: Origin; readonly askId: RecordId },
): Promise<AskState> {
  throw new AppError('not-supported', 'askState is being written.');
}
