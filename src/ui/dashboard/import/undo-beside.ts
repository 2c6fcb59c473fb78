import type { RecordId } from '../../../domain/ids.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import { type Importer, ImporterLink } from './importer-link.ts';

/**
 * Undoes a change in a worker, so that the page does not wait: that of an import may take seconds.
 *
 * @returns how many things were put back, and how many were kept because they have changed since
 * @throws {AppError} as `undoChange`
 */
export async function undoBeside(
  journalId: RecordId,
  importer: Importer = new ImporterLink(),
): Promise<{ undone: number; kept: number }> {
  try {
    const result = await importer.undo({ do: 'undo', journalId });
    await ratingsChanged();
    return result;
  } finally {
    importer.close();
  }
}
