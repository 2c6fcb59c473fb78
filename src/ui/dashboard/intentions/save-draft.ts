import { changeRequest } from '../../../app/change-request.ts';
import type { AppContext } from '../../../app/context.ts';
import { type RequestInput, writeRequest } from '../../../app/write-request.ts';
import type { RecordId, RequestId } from '../../../domain/ids.ts';
import { requestChanged } from '../../../platform/tell.ts';
import { refusalText } from '../../refusal-text.ts';
import type { Started } from './start-draft.ts';

export type SavedDraft =
  | { readonly kind: 'saved'; readonly id: RequestId; readonly journalId?: RecordId }
  | { readonly kind: 'refused'; readonly text: string };

/**
 * Keeps what was written, and has those that were asked told of it.
 *
 * @throws {AppError} as `writeRequest` and `changeRequest`
 */
export async function saveDraft(context: AppContext, row: Started['row'], request: RequestInput): Promise<SavedDraft> {
  if (!row) {
    return { kind: 'saved', ...(await writeRequest(context, { request })) };
  }
  const { id } = row;
  const { refusal, journalId } = await changeRequest(context, { id, request });
  if (refusal !== undefined) {
    return { kind: 'refused', text: refusalText(refusal) };
  }
  if (row.cast.phase.kind !== 'draft') {
    await requestChanged(id);
  }
  return { kind: 'saved', id, ...(journalId !== undefined && { journalId }) };
}
