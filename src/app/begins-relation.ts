import type { Thread } from '../domain/thread.ts';

/**
 * Whether the vendor may not have heard anything in this thread: then its key is made, if it is not there. Later it is not: a
 * thread without its key came with a copy, or its vendor was forgotten, and nobody can speak in it from here.
 */
export function beginsRelation({ phase, outbox }: Thread): boolean {
  return phase.kind === 'asked' || outbox.some(({ number }) => number === 1);
}
