import type { Browser } from 'puppeteer-core';
import { WINDOW } from './extension-browser.ts';

/** Of the first window only: a flag would force the same size on every window that the extension opens. */
export async function setWindowSize(browser: Browser): Promise<void> {
  const session = await (await browser.pages())[0]?.createCDPSession();
  if (session) {
    const { windowId } = await session.send('Browser.getWindowForTarget');
    await session.send('Browser.setWindowBounds', { windowId, bounds: WINDOW });
    await session.detach();
  }
}
