import type { Origin } from '../domain/ids.ts';
import { browser } from './browser.ts';

/** The message of Sayso's own pages, see protocol/prompt-wire.ts. */
function tell(call: string, input: string): Promise<void> {
  return browser.runtime.sendMessage({ wire: 'prompt', call, input }).then(
    () => undefined,
    // The background was not there to hear it: it puts itself right when it next starts.
    () => undefined,
  );
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
