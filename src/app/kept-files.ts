import { KEPT } from '../transfer/kept-limits.ts';

/**
 * What an import remembers of its files' names. Of a path that is longer than Sayso keeps the end stays, where the file's own
 * name stands; where there are more files than it keeps, the last of the list says how many more: `… +3`.
 */
export function keptFiles(paths: readonly string[]): string[] {
  const more = paths.length - KEPT.list;
  const kept = more > 0 ? [...paths.slice(0, KEPT.list - 1), `… +${more + 1}`] : paths;
  return kept.map((path) => (path.length <= KEPT.name ? path : `…${endOf(path, KEPT.name - 1)}`));
}

/** Its last letters, without half a character at the beginning. */
function endOf(text: string, letters: number): string {
  return text.slice(-letters).replace(/^\p{Surrogate}/u, '');
}
