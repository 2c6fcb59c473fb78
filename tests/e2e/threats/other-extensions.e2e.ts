import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { useBrowser } from '../../support/use-browser.ts';
import { readHeld } from '../support/held.ts';
import { chosenPage, quietSites } from '../support/vendor.ts';

/** What Sayso's own pages and scripts say, and what its background says to them. */
const MESSAGES = [
  { wire: 'prompt', call: 'changed', input: 'http://vendor.localhost' },
  { wire: 'prompt', call: 'rated', input: '' },
  { wire: 'vendor', id: crypto.randomUUID(), call: 'grants' },
  { wire: 'vendor', event: 'grantschange', origin: 'http://vendor.localhost' },
  { wire: 'inline', call: 'look-up', input: { things: [['imdb:tt0133093']] } },
  { wire: 'inline', event: 'off', origin: 'http://vendor.localhost' },
  'hello',
];

/** What came of sending and of connecting to an extension. */
interface Contact {
  readonly answers: readonly string[];
  readonly heard: readonly string[];
}

describe('threat 11: another extension', () => {
  const stage = useBrowser({ sites: quietSites('vendor') });
  let page: Page;
  let otherId: string;

  beforeAll(async () => {
    await chosenPage(stage.browser, 'vendor');
    const other = await stage.browser.installOther('tests/support/other-extension');
    otherId = other.id;
    page = await other.open('page.html');
  });

  /** Sends every message to an extension, and says all of them on a port to it. */
  function contact(id: string): Promise<Contact> {
    return page.evaluate(
      async (target, json) => {
        const messages = JSON.parse(json) as unknown[];
        const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
        const { runtime } = global.browser ?? global.chrome;
        const errorOf = (thrown: unknown): string => (thrown as Error).message.replace(target, 'ID');
        const answers: string[] = [];
        for (const message of messages) {
          try {
            answers.push(JSON.stringify(await runtime.sendMessage(target, message)));
          } catch (thrown) {
            answers.push(errorOf(thrown));
          }
        }
        const heard: string[] = [];
        await new Promise<void>((resolve) => {
          const port = runtime.connect(target, { name: 'vendor' });
          port.onMessage.addListener((message) => {
            heard.push(JSON.stringify(message));
            port.disconnect();
            resolve();
          });
          port.onDisconnect.addListener(() => {
            resolve();
          });
          messages.forEach((message) => {
            try {
              port.postMessage(message);
            } catch (thrown) {
              heard.push(errorOf(thrown));
            }
          });
        });
        return { answers, heard };
      },
      id,
      JSON.stringify(MESSAGES),
    );
  }

  it('sends or connects to Sayso: no listener, and no sign that it is there', async () => {
    const saysoId = idOfSayso();
    const before = await readHeld(stage.browser);
    const { answers, heard } = await contact(saysoId);
    expect(answers).toEqual(MESSAGES.map(() => expect.stringContaining('Receiving end does not exist') as unknown));
    expect(heard).toEqual([]);
    expect(await contact(isChromium() ? 'a'.repeat(32) : 'nobody@elsewhere.example')).toEqual({ answers, heard });
    expect(await readHeld(stage.browser)).toEqual(before);
  });

  it('is heard where somebody listens', async () => {
    const { answers, heard } = await contact(otherId);
    expect(answers).toEqual(MESSAGES.map(() => '"heard"'));
    expect(heard).toEqual(['"heard"']);
  });

  function isChromium(): boolean {
    return stage.browser.name === 'chromium';
  }

  function idOfSayso(): string {
    return isChromium() ? new URL(stage.browser.extensionOrigin).host : 'sayso@sayso.example';
  }
});
