import type { SessionFile } from '../../../app/session-file.ts';
import { isLoss } from '../../../app/import-types.ts';

/** Files that were dropped and could not be read: what stands in them will be missing. */
export function lostFiles(files: readonly SessionFile[]): readonly SessionFile[] {
  return files.filter(({ problem }) => problem !== undefined && isLoss(problem));
}
