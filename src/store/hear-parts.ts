import type { Database } from './database.ts';
import type { RecordId } from '../domain/ids.ts';
import type { ImageChunk } from './journal-entry.ts';

/**
 * Tells each time a part of an entry is read from the journal, for as long as the work lasts. An undo reads them from the
 * last to the first: nothing of it has to know that somebody watches.
 *
 * @param onPart - gets the place of the part, from 0
 */
export async function hearParts<T>(
  { journalImages }: Database,
  id: RecordId,
  { onPart, work }: { readonly onPart: (index: number) => void; readonly work: () => Promise<T> },
): Promise<T> {
  const hear = (chunk: ImageChunk): ImageChunk => {
    if (chunk.entryId === id) {
      onPart(chunk.index);
    }
    return chunk;
  };
  journalImages.hook('reading', hear);
  try {
    return await work();
  } finally {
    journalImages.hook('reading').unsubscribe(hear);
  }
}
