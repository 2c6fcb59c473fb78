import type { SessionFile } from '../../../app/session-file.ts';

/** Files that wait for a word of the person, and are not left out: without it they would be missing from the import. */
export function waitingFiles(files: readonly SessionFile[]): SessionFile[] {
  return files.filter(({ state, isLeftOut }) => (state === 'asks' || state === 'unmapped') && !isLeftOut);
}
