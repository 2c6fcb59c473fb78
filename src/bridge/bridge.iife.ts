import type { Browser } from 'webextension-polyfill';
import { BRIDGE_READY, HELLO, type ToBridge } from '../protocol/page-wire.ts';
import type { VendorEvent, VendorReply } from '../protocol/vendor-reply.ts';

/**
 * Relays between a page and the background, and knows nothing: no allow-list, no cached state, no origin in a message.
 * It only numbers what it sends, so that a message sent twice (the background may die meanwhile) is one call.
 */

// The polyfill would put 10 kB on every vendor's page; for these calls both browsers return promises already.
type Extension = Pick<Browser, 'i18n'> & {
  runtime: Partial<Browser['runtime']> & Pick<Browser['runtime'], 'onMessage'>;
};
const world = globalThis as { browser?: Extension; chrome?: Extension; saysoBridge?: true };
const extension = world.browser ?? world.chrome;

const RETRY_MS = [50, 250, 1_000, 3_000];
/** The longest a pending answer is left alone, in case the word that it is there got lost. */
const SLOW_MS = 15_000;

const ports = new Set<MessagePort>();
const waiting = new Set<() => void>();

/** Sends until somebody answers. The background is started by the first try and may have died under it. */
async function send(message: unknown): Promise<VendorReply> {
  for (const waitMs of [...RETRY_MS, undefined]) {
    // No background, or one that died: what is sent next has the same id.
    const reply = (await extension?.runtime.sendMessage?.(message).catch(() => undefined)) as VendorReply | undefined;
    if (reply) {
      return reply;
    }
    if (!extension?.runtime.id || waitMs === undefined) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  return { kind: 'failure', name: 'InvalidStateError', message: 'Sayso was updated or turned off. Reload the page.' };
}

/** Until the time is up, or the background says that something is decided, or the page is looked at again. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(wake, Math.min(ms, SLOW_MS));
    function wake(): void {
      clearTimeout(timer);
      waiting.delete(wake);
      resolve();
    }
    waiting.add(wake);
  });
}

function wakeAll(): void {
  for (const wake of [...waiting]) {
    wake();
  }
}

async function relay(port: MessagePort, [n, call, input]: ToBridge): Promise<void> {
  if (n === 0) {
    port.postMessage([0]);
    return;
  }
  if ((document as { prerendering?: boolean }).prerendering) {
    await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
  }
  const message = { wire: 'vendor', id: crypto.randomUUID(), call, ...(input !== undefined && { input }) };
  for (;;) {
    const reply = await send(message);
    if (reply.kind !== 'pending') {
      port.postMessage(reply.kind === 'answer' ? [n, reply.json] : [n, reply.name, reply.message]);
      return;
    }
    await pause(reply.againMs);
  }
}

function start(): void {
  window.addEventListener('message', ({ source, origin, data, ports: [port] }: MessageEvent<unknown>) => {
    if (source === window && origin === location.origin && data === HELLO && port && ports.size < 8) {
      ports.add(port);
      port.onmessage = (event: MessageEvent<ToBridge>) => void relay(port, event.data);
      port.postMessage([0]);
    }
  });
  window.addEventListener('pageshow', wakeAll);
  document.addEventListener('visibilitychange', wakeAll);
  extension?.runtime.onMessage.addListener((message: unknown) => {
    const { wire, event, origin } = message as Partial<VendorEvent>;
    if (wire === 'vendor' && origin === location.origin) {
      if (event === 'grantschange') {
        for (const port of ports) {
          port.postMessage([event]);
        }
      }
      wakeAll();
    }
    return undefined;
  });
  if (location.port === '') {
    // The provider may have started first, and its hello was lost.
    window.dispatchEvent(new Event(BRIDGE_READY));
  } else {
    // A match pattern knows no port. Silent until the background, which reads this document's origin from the browser,
    // puts the provider here, or doesn't.
    void send({ wire: 'vendor', id: crypto.randomUUID(), call: 'provide' });
  }
}

if (isSecureContext && !location.hostname.endsWith('.') && !world.saysoBridge) {
  world.saysoBridge = true;
  start();
}
