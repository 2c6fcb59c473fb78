import type { Undone } from '../../../app/undo-change.ts';
import type { RecordId } from '../../../domain/ids.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import { tellProgress } from '../under-way/tell-progress.ts';
import { whileWriting } from '../under-way/while-writing.ts';
import { type Importer, ImporterLink } from './importer-link.ts';

export interface UndoBesideOptions {
  /** Of the import that is undone, for the person to know it again. */
  readonly files?: readonly string[];
  /** It was undone, and is done again. */
  readonly isAgain?: boolean;
  readonly importer?: Importer;
}

/**
 * Undoes a change in a worker: that of an import may take seconds, in which the page would wait, and of which Firefox
 * would keep a half when it quits (docs/decisions/0017). One at a time over all tabs: a second one waits its turn. Should
 * its tab be closed meanwhile, the next one tells what became of it.
 *
 * @throws {AppError} as `undoChange`
 */
export async function undoBeside(
  journalId: RecordId,
  { files = [], isAgain = false, importer = new ImporterLink(tellProgress('undo')) }: UndoBesideOptions = {},
): Promise<Undone> {
  try {
    const mark = { id: journalId, files, isAgain };
    const result = await whileWriting('undo', mark, new AbortController().signal, () =>
      importer.undo({ do: 'undo', journalId }),
    );
    await ratingsChanged();
    return result;
  } finally {
    importer.close();
  }
}
