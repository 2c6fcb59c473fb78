import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { startExamples } from '../../examples/server.mjs';
import type { ExtensionBrowser, LaunchOptions } from './browsers/extension-browser.ts';
import { launch } from './browsers/launch.ts';
import './provided.ts';

export interface BrowserSetUp extends Partial<Omit<LaunchOptions, 'browser' | 'proxyPort' | 'profile'>> {
  /** Sites of this test, by host name, beside the examples: `{ 'shop.localhost': (request, response) => … }`. */
  readonly sites?: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>;
}

export interface Stage {
  /** The browser of this project, running while the tests of this file or `describe` block run. */
  readonly browser: ExtensionBrowser;
}

/**
 * Gives the tests around it one real browser with Sayso in it, in which every `http:` address, whatever its port,
 * leads to the examples: `http://matinee.localhost/` is Matinee.
 *
 * The welcome page of a new installation is open when the tests begin.
 *
 * The tests of one block share the browser and its profile. A test that fails prints what the browser has to say.
 */
export function useBrowser({ sites = {}, ...options }: BrowserSetUp = {}): Stage {
  const name = inject('browser');
  const profile = inject('profile');
  let server: Awaited<ReturnType<typeof startExamples>> | undefined;
  let browser: ExtensionBrowser | undefined;

  beforeAll(async () => {
    server = await startExamples({ port: 0, extra: { ...sites } });
    const extensionDir = resolve(options.extensionDir ?? `dist/${name === 'chromium' ? 'chrome' : 'firefox'}`);
    const given = { browser: name, extensionDir, proxyPort: server.port, ...(profile !== undefined && { profile }) };
    browser = await launch({ ...options, ...given });
    if (options.extensionDir === undefined) {
      await closeWelcome(browser);
    }
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && browser) {
      console.error(`${task.name}\n${await browser.diagnose()}`);
    }
  });

  afterAll(async ({}, { name: block, result }) => {
    if (result?.state === 'fail' && browser) {
      console.error(`before the tests of ${block}\n${await browser.diagnose()}`);
    }
    await browser?.close();
    await server?.close();
  });

  return {
    get browser() {
      if (!browser) {
        throw new Error('the browser runs only while tests run');
      }
      return browser;
    },
  };
}

/** Sayso's first-run page comes to the front when it likes, and would be the tab that a popup is opened over. */
async function closeWelcome(browser: ExtensionBrowser): Promise<void> {
  try {
    await browser.closeOwnPage('src/ui/welcome/welcome.html');
  } catch (cause) {
    throw new Error(`The welcome page is not there.\n${await browser.diagnose()}`, { cause });
  }
}
