import type { RestoreFileOptions } from '../../../app/restore-file.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import type { Importer } from '../import/importer-link.ts';

/**
 * Restores in a worker. The page does not wait; and a browser that quits meanwhile undoes what a worker had begun, where
 * Firefox keeps the half that a page had written (docs/decisions/0017).
 *
 * @throws {AppError} as `restoreFile`
 */
export async function restoreBeside(
  options: Omit<RestoreFileOptions, 'onProgress'>,
  importer: Importer,
): Promise<void> {
  try {
    await importer.bringBack({ do: 'restore', ...options });
    await ratingsChanged();
  } finally {
    importer.close();
  }
}
