import { browser } from './browser.ts';

const KEY = 'session';

/**
 * The name of this browser session: made once, gone when the browser closes (or Sayso is reloaded),
 * so that a grant 'until the browser closes' ends by itself.
 */
export function sessionId(): Promise<string> {
  return navigator.locks.request('sayso-session', async () => {
    const { [KEY]: held } = await browser.storage.session.get(KEY);
    if (typeof held === 'string') {
      return held;
    }
    const made = crypto.randomUUID();
    await browser.storage.session.set({ [KEY]: made });
    return made;
  });
}
