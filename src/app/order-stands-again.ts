import { AppError } from '../domain/errors.ts';
import type { RequestId, ThreadId } from '../domain/ids.ts';
import type { AppContext } from './context.ts';
import { moveRequest } from './move-request.ts';

/**
 * Takes back that an order fell through: it stands as it was.
 *
 * @throws {AppError} `conflict` when another quote was accepted since, or the person ended the request; else as `moveRequest`
 */
export async function orderStandsAgain(
  context: AppContext,
  { id, thread }: { readonly id: RequestId; readonly thread: ThreadId },
): Promise<void> {
  const { refusal } = await moveRequest(context, id, { kind: 'stand-again', thread });
  if (refusal !== undefined) {
    throw new AppError('conflict', 'The request went on since, so the order stays as it is.');
  }
}
