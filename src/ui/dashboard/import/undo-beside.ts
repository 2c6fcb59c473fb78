import type { Undone } from '../../../app/undo-change.ts';
import type { RecordId } from '../../../domain/ids.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import { type Importer, ImporterLink } from './importer-link.ts';

/**
 * Undoes a change in a worker: that of an import may take seconds, in which the page would wait, and of which Firefox
 * would keep a half when it quits (docs/decisions/0017).
 *
 * @throws {AppError} as `undoChange`
 */
export async function undoBeside(journalId: RecordId, importer: Importer = new ImporterLink()): Promise<Undone> {
  try {
    const result = await importer.undo({ do: 'undo', journalId });
    await ratingsChanged();
    return result;
  } finally {
    importer.close();
  }
}
