import type { Origin } from '../domain/ids.ts';
import { browser } from './browser.ts';

/** What the person pressed before the browser's own dialog opened, which may close the popup. */
export interface SiteChoice {
  readonly origin: Origin;
  readonly connect?: boolean;
  readonly stars?: boolean;
  readonly tabId?: number;
}

const KEY = 'choices';

/** A press whose dialog was answered 'no' behind a closed popup must not count when the site is allowed on another day. */
const LIFE_MS = 300_000;

export type RememberedChoice = SiteChoice & { readonly atMs: number };

/** Written down beside the permission request, never before it (the request comes first in the handler). */
export function rememberChoice(choice: SiteChoice): Promise<void> {
  return change((choices) => [
    ...choices.filter(({ origin }) => origin !== choice.origin),
    { ...choices.find(({ origin }) => origin === choice.origin), ...choice, atMs: Date.now() },
  ]);
}

/** Those that still count. Each stays until it is forgotten: who is stopped while carrying one out is followed by another. */
export async function pendingChoices(): Promise<readonly RememberedChoice[]> {
  return (await read()).filter(({ atMs }) => Date.now() - atMs < LIFE_MS);
}

/** @param atMs - of the one that was carried out: what was pressed after it stays */
export function forgetChoice(origin: Origin, atMs = Infinity): Promise<void> {
  return change((choices) => choices.filter((choice) => choice.origin !== origin || choice.atMs > atMs));
}

function change(edit: (choices: readonly RememberedChoice[]) => readonly RememberedChoice[]): Promise<void> {
  return navigator.locks.request('sayso-choices', async () => {
    await browser.storage.session.set({ [KEY]: edit(await read()) });
  });
}

async function read(): Promise<readonly RememberedChoice[]> {
  const { [KEY]: held } = await browser.storage.session.get(KEY);
  return (held as readonly RememberedChoice[] | undefined) ?? [];
}
