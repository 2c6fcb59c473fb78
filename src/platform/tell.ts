import type { Origin } from '../domain/ids.ts';
import { browser } from './browser.ts';

/** A background that is stopped while it works answers nothing. What it is told may be told again: it says only what changed. */
const TRIES = 3;

/** The message of Sayso's own pages, see protocol/prompt-wire.ts. */
async function tell(call: string, input: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const reply: unknown = await browser.runtime.sendMessage({ wire: 'prompt', call, input }).catch(() => undefined);
    if (reply !== undefined) {
      return;
    }
  }
}

/** A grant or a choice of this site changed: open tabs feel it, and scripts and permissions follow. */
export function siteChanged(origin: Origin): Promise<void> {
  return tell('changed', origin);
}

/** A prompt was answered, or closed; the decision is in the database already. */
export function tellDecided(askId: string): Promise<void> {
  return tell('decided', askId);
}

/** Ratings changed: stars on open pages look again. */
export function ratingsChanged(): Promise<void> {
  return tell('rated', '');
}
