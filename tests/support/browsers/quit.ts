import type { Browser } from 'puppeteer-core';
import { within } from './until.ts';

const PATIENCE_MS = 15_000;

/** Ctrl-C is then for the script to answer: Puppeteer would end it at once. */
export const LEAVE_SIGNALS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } as const;

/** Asks `browser` to quit and waits until its process is gone; kills that one process if it won't go. */
export async function quit(browser: Browser): Promise<void> {
  try {
    await within(PATIENCE_MS, Promise.all([browser.close(), exitOf(browser)]));
  } catch {
    browser.process()?.kill('SIGKILL');
    await exitOf(browser);
  }
}

/** Settles when the browser's process is gone. */
export function exitOf(browser: Browser): Promise<void> {
  const child = browser.process();
  return new Promise<void>((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      resolve();
    } else {
      child.once('exit', () => resolve());
    }
  });
}
