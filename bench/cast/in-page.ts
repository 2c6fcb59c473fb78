/** What runs in a page of Sayso's, or in its background: each function is sent there by itself and uses nothing around it. */
import type { Browser } from 'webextension-polyfill';
import type * as UseCases from './entry.ts';

interface Extension {
  readonly browser?: Browser;
  readonly chrome: Browser;
  readonly useCases: typeof UseCases;
}

/** Puts a button there that asks the browser for one site. */
export function offerToAllow(pattern: string): void {
  const global = globalThis as unknown as Extension;
  const { permissions } = global.browser ?? global.chrome;
  const button = Object.assign(document.createElement('button'), { id: 'allow', textContent: pattern });
  button.addEventListener('click', () => {
    void permissions.request({ origins: [pattern] }).then((isAllowed) => {
      button.dataset['allowed'] = String(isAllowed);
    });
  });
  document.body.replaceChildren(button);
}

/** Has the background look how each vendor takes requests, as it does when the person goes on to the last look. */
export async function lookAll(origins: readonly string[]): Promise<{ tookMs: number; endpoints: number }> {
  const global = globalThis as unknown as Extension;
  const { runtime } = global.browser ?? global.chrome;
  const startMs = performance.now();
  const found = await Promise.all(
    origins.map((input) => runtime.sendMessage<object, { value: string }>({ wire: 'prompt', call: 'channel', input })),
  );
  return {
    tookMs: performance.now() - startMs,
    endpoints: found.filter(({ value }) => value === 'endpoint').length,
  };
}

/** Casts the request, and waits until nothing is left to be sent. @returns how long that took, and how many quotes there are then */
export async function castAll(
  id: string,
  origins: readonly string[],
): Promise<{ tookMs: number; castMs: number; quotes: number }> {
  const global = globalThis as unknown as Extension;
  const { runtime } = global.browser ?? global.chrome;
  const context = global.useCases.openContext({ session: 'bench' });
  await context.database.open();
  const startMs = performance.now();
  await global.useCases.castRequest(context, {
    id: id as never,
    to: origins.map((vendor) => ({ vendor: vendor as never, channel: 'endpoint' as const })),
  });
  const castMs = performance.now() - startMs;
  void runtime.sendMessage({ wire: 'prompt', call: 'requested', input: id });
  // As a page of Sayso's sees it, which looks again whenever something was written.
  await new Promise<void>((resolve, reject) => {
    const stop = global.useCases.watch(() => context.database.outbox.toCollection().primaryKeys())((keys) => {
      if (!keys.some((key) => key.includes(' send '))) {
        stop();
        resolve();
      }
    }, reject);
  });
  const tookMs = performance.now() - startMs;
  const threads = await context.database.threads.toArray();
  context.database.close();
  return { tookMs, castMs, quotes: threads.filter(({ thread }) => thread.phase.kind === 'quoted').length };
}

export interface Post {
  readonly address: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The same posts with nothing around them, all at once. @returns how long that took, and how many were answered well */
export async function postAll(
  posts: readonly Post[],
  mode: RequestMode,
): Promise<{ tookMs: number; answered: number }> {
  const startMs = performance.now();
  const texts = await Promise.all(
    posts.map(async ({ address, body, headers }) => {
      const answer = await fetch(address, {
        method: 'POST',
        body,
        headers,
        mode,
        credentials: 'omit',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
      const text = await answer.text();
      return answer.status === 200 ? text : '';
    }),
  );
  return { tookMs: performance.now() - startMs, answered: texts.filter((text) => text.includes('"Offer"')).length };
}
