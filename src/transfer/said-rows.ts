import type { Entry } from './entry.ts';

/** A row that names one thing, and which file and format (an importer's id) it is of. */
export type SaidRow = Pick<Entry, 'ownId' | 'facts' | 'content'> & { readonly file: number; readonly kind: string };

/**
 * How often each file says each row of one thing. The same file twice in one drop, or last month's beside today's, says
 * nothing twice; a file that has a row twice means two, as of two copies.
 */
export class SaidRows {
  readonly #counts = new Map<string, Map<number, number>>();

  /** @returns whether another file of its kind has said it as often before */
  add({ file, kind, ownId, facts, content }: SaidRow): boolean {
    const key = JSON.stringify([kind, ownId, facts, content]);
    const counts = this.#counts.get(key) ?? new Map<number, number>();
    const own = (counts.get(file) ?? 0) + 1;
    this.#counts.set(key, counts.set(file, own));
    return [...counts].some(([other, count]) => other !== file && count >= own);
  }
}
