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

type Remembered = SiteChoice & { readonly atMs: number };

/** Written down beside the permission request, never before it (the request comes first in the handler). */
export function rememberChoice(choice: SiteChoice): Promise<void> {
  return change((choices) => [
    ...choices.filter(({ origin }) => origin !== choice.origin),
    { ...choice, atMs: Date.now() },
  ]);
}

/** Takes the choice made for an origin, once. */
export async function takeChoices(isGranted: (origin: Origin) => Promise<boolean>): Promise<readonly SiteChoice[]> {
  const taken: SiteChoice[] = [];
  await change(async (choices) => {
    const left: Remembered[] = [];
    for (const choice of choices.filter(({ atMs }) => Date.now() - atMs < LIFE_MS)) {
      ((await isGranted(choice.origin)) ? taken : left).push(choice);
    }
    return left;
  });
  return taken;
}

export function forgetChoice(origin: Origin): Promise<void> {
  return change((choices) => choices.filter((choice) => choice.origin !== origin));
}

function change(
  edit: (choices: readonly Remembered[]) => readonly Remembered[] | Promise<readonly Remembered[]>,
): Promise<void> {
  return navigator.locks.request('sayso-choices', async () => {
    const { [KEY]: held } = await browser.storage.session.get(KEY);
    await browser.storage.session.set({ [KEY]: await edit((held as readonly Remembered[] | undefined) ?? []) });
  });
}
