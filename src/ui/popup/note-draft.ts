import type { AppContext } from '../../app/context.ts';
import { editRating } from '../../app/edit-rating.ts';
import { AppError } from '../../domain/errors.ts';
import { type ItemId, recordId } from '../../domain/ids.ts';

/**
 * The words being typed, until they are saved: a popup is torn down the moment the person looks elsewhere, and only a
 * write that is done at once survives that. The next popup saves what is left here.
 */
const KEY = 'sayso-note-draft';

interface Draft {
  readonly itemId: ItemId;
  readonly text: string;
}

/** Replaces the draft before: there is one note, in one popup, at a time. */
export function keepDraft(itemId: ItemId, text: string): void {
  localStorage.setItem(KEY, JSON.stringify({ itemId, text } satisfies Draft));
}

/** Forgets the draft of this item: it is saved. */
export function dropDraft(itemId: ItemId): void {
  if (readDraft()?.itemId === itemId) {
    localStorage.removeItem(KEY);
  }
}

/**
 * Saves what an earlier popup could not. A note whose rating is gone since goes with it.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`; the draft stays then.
 */
export async function saveDraft(context: AppContext): Promise<void> {
  const draft = readDraft();
  if (!draft) {
    localStorage.removeItem(KEY);
    return;
  }
  try {
    const text = draft.text.trim();
    await editRating(context, { itemId: draft.itemId, text: text === '' ? null : text });
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === 'not-found')) {
      throw thrown;
    }
  }
  dropDraft(draft.itemId);
}

function readDraft(): Draft | undefined {
  try {
    const { itemId, text } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Draft>;
    return typeof itemId === 'string' && typeof text === 'string' ? { itemId: recordId(itemId), text } : undefined;
  } catch {
    // Not what we wrote: nothing that could be saved.
    return undefined;
  }
}
