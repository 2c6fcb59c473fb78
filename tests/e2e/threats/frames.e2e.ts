import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { HELLO } from '../../../src/protocol/page-wire.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { connect, refuse, sees, waitForPrompt } from '../support/actions.ts';
import { attack } from '../support/attack.ts';
import { pendingAsks, readHeld } from '../support/held.ts';
import { sendFromScripts } from '../support/in-own-page.ts';
import { pathOf, type Site, sendPage } from '../support/site.ts';
import { speak } from '../support/speak.ts';

const VENDOR = 'http://vendor.localhost';
const STRANGER = 'http://stranger.localhost';
const ASK = {
  id: 'all',
  text: 'Everything, please.',
  purpose: 'Marketing',
  required: [{ collection: 'ratings' }],
  optional: [],
  retention: 'P1D',
  sharing: 'none',
};

/**
 * Runs in a frame: asks in every way that the provider in the page above could, then says 'asked', and tells what came of
 * it when it is asked to report.
 */
function askFromFrame(hello: string, ask: unknown): void {
  const call = crypto.randomUUID();
  const messages = [
    { wire: 'vendor', id: call, call: 'request', input: JSON.stringify(ask) },
    [1, 'request', JSON.stringify(ask)],
  ];
  let replies = 0;
  const tell = (what: object): void => {
    parent.postMessage({ ...what, origin: self.origin }, { targetOrigin: '*' });
  };
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'report') {
      tell({ replies, isThere: 'customer' in navigator });
    }
  });
  for (const target of [parent, window]) {
    for (const first of [hello, ...messages]) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        replies += 1;
      };
      target.postMessage(first, { targetOrigin: '*', transfer: [port2] });
      messages.forEach((message) => {
        port1.postMessage(message);
      });
    }
  }
  tell({ isAsked: true });
}

const INSIDE = `<title>Inside</title><script>(${askFromFrame.toString()})(${JSON.stringify(HELLO)}, ${JSON.stringify(ASK)})</script>`;

/** The same on each host: a quiet page, and one that asks from a frame. */
const site: Site = (request, response) => {
  sendPage(response, pathOf(request) === '/inside' ? INSIDE : '<title>A page</title><p>Nothing but a page.</p>');
};

interface Report {
  readonly origin: string;
  readonly isThere: boolean;
  readonly replies: number;
}

/** Puts a frame into the page, and lets it have asked in vain by the time that `after` is done. */
async function frameThatAsks(
  page: Page,
  attributes: Readonly<Record<string, string>>,
  after: () => Promise<unknown>,
): Promise<Report> {
  await page.evaluate(async (all) => {
    const frame = document.createElement('iframe');
    frame.id = 'asking';
    Object.entries(all).forEach(([name, value]) => {
      frame.setAttribute(name, value);
    });
    await new Promise((resolve) => {
      window.addEventListener('message', function hear({ source, data }: MessageEvent<{ isAsked?: true } | null>) {
        if (source === frame.contentWindow && data?.isAsked) {
          window.removeEventListener('message', hear);
          resolve(undefined);
        }
      });
      document.body.append(frame);
    });
  }, attributes);
  await after();
  return page.evaluate(async () => {
    const frame = document.querySelector<HTMLIFrameElement>('#asking');
    const report = new Promise<Report>((resolve) => {
      window.addEventListener('message', function hear({ source, data }: MessageEvent<Partial<Report> | null>) {
        if (source === frame?.contentWindow && data?.replies !== undefined) {
          window.removeEventListener('message', hear);
          resolve(data as Report);
        }
      });
    });
    frame?.contentWindow?.postMessage('report', { targetOrigin: '*' });
    const told = await report;
    frame?.remove();
    return told;
  });
}

describe('frames inside and around a chosen site', () => {
  const stage = useBrowser({ sites: { 'vendor.localhost': site, 'stranger.localhost': site } });
  let page: Page;

  beforeAll(async () => {
    page = await stage.browser.page(`${VENDOR}/`);
    await connect(stage.browser, page);
  });

  /** The page's own call goes the same way later, and is answered. */
  async function isServed(): Promise<void> {
    expect(await speak(page, [])).toEqual({ 1000000: ['[]'] });
  }

  it('threat 3: a cross-origin frame in a chosen site posts requests at its parent: refused', async () => {
    const report = await frameThatAsks(page, { src: `${STRANGER}/inside` }, isServed);
    expect(report).toEqual({ origin: STRANGER, isThere: false, replies: 0 });
    expect(pendingAsks(await readHeld(stage.browser))).toEqual([]);
  });

  it('threat 3: a frame of the chosen site, sandboxed or not, asks in its name: refused', async () => {
    const sandboxed = { src: `${VENDOR}/inside`, sandbox: 'allow-scripts' };
    expect(await frameThatAsks(page, sandboxed, isServed)).toEqual({ origin: 'null', isThere: false, replies: 0 });
    const inName = { src: `${VENDOR}/inside`, sandbox: 'allow-scripts allow-same-origin' };
    expect(await frameThatAsks(page, inName, isServed)).toEqual({ origin: VENDOR, isThere: false, replies: 0 });
    expect(await frameThatAsks(page, { srcdoc: INSIDE }, isServed)).toEqual({
      origin: VENDOR,
      isThere: false,
      replies: 0,
    });
    expect(pendingAsks(await readHeld(stage.browser))).toEqual([]);
  });

  it('threat 3: the chosen site framed by another: refused', async () => {
    const around = await stage.browser.page(`${STRANGER}/`);
    const report = await frameThatAsks(around, { src: `${VENDOR}/inside` }, isServed);
    expect(report).toEqual({ origin: VENDOR, isThere: false, replies: 0 });
    expect(pendingAsks(await readHeld(stage.browser))).toEqual([]);
    await around.close();
  });

  it('threat 3: even from the world of Sayso’s own scripts, only the top frame is answered', async () => {
    await page.evaluate(async () => {
      for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin']) {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', sandbox);
        frame.src = '/';
        const loaded = new Promise((resolve) => {
          frame.addEventListener('load', resolve);
        });
        document.body.append(frame);
        await loaded;
      }
    });
    const message = { wire: 'vendor', id: crypto.randomUUID(), call: 'grants' };
    const [[top] = [], ...inner] = await sendFromScripts(stage.browser, `${VENDOR}/`, [message]);
    expect(top).toEqual({ kind: 'answer', json: '[]' });
    expect(inner.length).toBeGreaterThan(0);
    expect(inner).toEqual(inner.map(() => [{ kind: 'failure', name: 'NotAllowedError', message: 'Not given.' }]));
    await page.reload();
  });

  it('threat 3: Hostile’s frames of every sort find nothing on a chosen site', async () => {
    const hostile = await stage.browser.page('http://hostile.localhost/');
    await connect(stage.browser, hostile);
    expect(await attack(hostile, 'ask-from-frames')).toMatchObject({ held: true });
    expect(await attack(hostile, 'post-at-parent')).toMatchObject({ held: true });
    expect(await attack(hostile, 'frame-a-vendor', [`${VENDOR}/`])).toMatchObject({ held: true });
    expect(pendingAsks(await readHeld(stage.browser))).toEqual([]);
    await hostile.close();
  });

  it('threat 23: Sayso’s pages can’t be framed by a chosen site', async () => {
    const urls = ['popup', 'prompt', 'dashboard', 'welcome'].map((name) =>
      stage.browser.extensionUrl(`src/ui/${name}/${name}.html`),
    );
    await page.evaluate(async (all) => {
      const frames = all.map((src) => Object.assign(document.createElement('iframe'), { src }));
      document.body.append(...frames);
      // One that may be framed comes after them.
      const own = Object.assign(document.createElement('iframe'), { src: '/?framed' });
      const loaded = new Promise((resolve) => {
        own.addEventListener('load', resolve);
      });
      document.body.append(own);
      await loaded;
    }, urls);
    const shown = await Promise.all(page.frames().map((frame) => frame.evaluate(() => document.URL)));
    expect(shown).toContain(`${VENDOR}/?framed`);
    expect(shown.filter((url) => url.startsWith(stage.browser.extensionOrigin))).toEqual([]);
    await page.reload();
  });

  it('threat 23: a crafted query string on Sayso’s pages does nothing', async () => {
    await page.bringToFront();
    await page.evaluate((ask) => {
      navigator.customer?.request(ask as never).catch(() => undefined);
    }, ASK);
    const prompt = await waitForPrompt(stage.browser);
    await sees(prompt, ASK.text);
    const { searchParams } = new URL(await prompt.evaluate(() => location.href));
    const before = await readHeld(stage.browser);
    const crafted = [
      ['popup/popup.html?rate=10&connect=1&tabId=1&origin=http://stranger.localhost', /\S/u],
      [`dashboard/dashboard.html?forget=1#sites/${encodeURIComponent(VENDOR)}?forget=1&block=1`, 'vendor.localhost'],
      ['dashboard/dashboard.html#sites/javascript%3Aalert(1)', 'Every site you dealt with'],
      ['dashboard/dashboard.html#%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', 'Ratings'],
      ['welcome/welcome.html?origin=http://stranger.localhost&connect=1', 'Sayso'],
    ] as const;
    for (const [path, text] of crafted) {
      const opened = await stage.browser.openExtensionPage(`src/ui/${path}`);
      await sees(opened, text);
      await opened.close();
    }
    // These have nothing to show (the first is shown in its own window), and close by themselves.
    const ids = [searchParams.get('id') ?? '', '__proto__', '%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', ''];
    const empty = ids.map((id) =>
      stage.browser.openExtensionPage(`src/ui/prompt/prompt.html?id=${id}&decision=allow&duration=until-stopped#allow`),
    );
    for (const opened of await Promise.all(empty)) {
      await stage.browser.waitForClosed(opened);
    }
    expect(await readHeld(stage.browser)).toEqual(before);
    await page.bringToFront();
    await refuse(stage.browser);
  });
});
