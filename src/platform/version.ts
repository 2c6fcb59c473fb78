import { browser } from './browser.ts';

/** Which Sayso this is, as its manifest says. */
export function version(): string {
  return browser.runtime.getManifest().version;
}
