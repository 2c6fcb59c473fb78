import type { Origin, RequestId } from '../domain/ids.ts';
import { browser } from './browser.ts';

/** A background that is stopped while it works answers nothing. What it is told may be told again: it says only what changed. */
const TRIES = 3;

/** The message of Sayso's own pages, see protocol/prompt-wire.ts. */
async function tell(call: string, input: string): Promise<unknown> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const reply: unknown = await browser.runtime.sendMessage({ wire: 'prompt', call, input }).catch(() => undefined);
    if (reply !== undefined) {
      return reply;
    }
  }
  return undefined;
}

/** A grant or a choice of this site changed: open tabs feel it, and scripts and permissions follow. */
export async function siteChanged(origin: Origin): Promise<void> {
  await tell('changed', origin);
}

/** A prompt was answered, or closed; the decision is in the database already. */
export async function tellDecided(askId: string): Promise<void> {
  await tell('decided', askId);
}

/** Ratings changed: stars on open pages look again. */
export async function ratingsChanged(): Promise<void> {
  await tell('rated', '');
}

/** Something was said to vendors in a request: it goes out, and their open pages are told. */
export async function requestChanged(id: RequestId): Promise<void> {
  await tell('requested', id);
}

/**
 * How what is said to a vendor gets there, by its customer.json, which the background reads: `endpoint`, or `visit`.
 *
 * @returns `away` when nobody could tell just now
 */
export async function askChannel(origin: Origin): Promise<'endpoint' | 'visit' | 'away'> {
  const reply = (await tell('channel', origin)) as { readonly value?: 'endpoint' | 'visit' | 'away' } | undefined;
  return reply?.value ?? 'away';
}
