import type { Origin, RecordId } from '../domain/ids.ts';
import { browser } from './browser.ts';

const KEY = 'inlineChanges';
const MOST = 200;

type Row = readonly [origin: Origin, journalId: RecordId];

/** Remembers, for this browser session, that the stars on a site made a change: only those may be undone from there. */
export function rememberOwnChange(origin: Origin, journalId: RecordId): Promise<void> {
  return navigator.locks.request('sayso-inline-changes', async () => {
    await browser.storage.session.set({ [KEY]: [...(await rows()), [origin, journalId]].slice(-MOST) });
  });
}

export async function isOwnChange(origin: Origin, journalId: string): Promise<boolean> {
  return (await rows()).some(([where, id]) => where === origin && id === journalId);
}

async function rows(): Promise<readonly Row[]> {
  const { [KEY]: held } = await browser.storage.session.get(KEY);
  return (held as readonly Row[] | undefined) ?? [];
}
