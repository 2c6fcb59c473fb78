import type { PastImport } from '../../../app/list-imports.ts';

/** Whether an import is undone: here, however long ago, or where the backup was made that it came with. */
export function isUndone({ state, isUndone: wasUndone }: PastImport): boolean {
  return state === 'undone' || (wasUndone === true && state !== 'gone');
}
