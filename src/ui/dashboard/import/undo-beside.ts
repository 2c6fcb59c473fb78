import type { RecordId } from '../../../domain/ids.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import { type Importer, ImporterLink } from './importer-link.ts';

/**
 * Undoes a change in a worker: that of an import may take seconds, in which the page would wait, and of which Firefox
 * would keep a half when it quits (docs/decisions/0017).
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
