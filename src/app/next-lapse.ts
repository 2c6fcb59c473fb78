import type { Origin } from '../domain/ids.ts';
import { foldGrants } from '../policy/fold-grants.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

export interface Lapses {
  /** The vendors with a grant that ended by itself after `sinceMs`. */
  readonly lapsed: readonly Origin[];
  /** When the next one will, in milliseconds since the Unix epoch. */
  readonly nextMs?: number;
}

/** Grants that end by themselves: those that just did, whose pages are to be told, and the next. */
export function nextLapse(
  { database, clock, session }: AppContext,
  { sinceMs }: { readonly sinceMs: number },
): Promise<Lapses> {
  return read(database, ['grants', 'grantChanges'], async () => {
    const nowMs = clock.nowMs();
    const held = foldGrants(await database.grants.toArray(), await database.grantChanges.toArray(), { nowMs, session });
    const ending = held.flatMap(({ origin, status, untilMs }) =>
      untilMs === undefined || (status !== 'active' && status !== 'ended') ? [] : [{ origin, untilMs }],
    );
    const lapsed = ending.filter(({ untilMs }) => untilMs > sinceMs && untilMs <= nowMs).map(({ origin }) => origin);
    const next = Math.min(...ending.map(({ untilMs }) => untilMs).filter((untilMs) => untilMs > nowMs));
    return { lapsed: [...new Set(lapsed)], ...(Number.isFinite(next) && { nextMs: next }) };
  });
}
