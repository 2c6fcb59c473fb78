import { BRIDGE_READY, HELLO, INPUT_LIMIT, type ToBridge } from '../protocol/page-wire.ts';
import type { VendorEvent } from '../protocol/vendor-reply.ts';
import type { VendorMessage } from '../protocol/vendor-wire.ts';
import { extension, putAway, send, takeUp } from './send.ts';

/** The longest a pending answer is left alone, in case the word that it is there got lost. */
const SLOW_MS = 15_000;
/** Providers that may greet one document: it starts again with each one that is put there. */
const MOST_PORTS = 8;
/** Calls of one document under way; a page in a loop must not fill the background's memory. */
const MOST_CALLS = 400;

const world = globalThis as { saysoBridge?: true };
const ports = new Set<MessagePort>();
const waiting = new Set<() => void>();
let calls = 0;

/**
 * Relays between this page and the background, and knows nothing: no allow-list, no cached state, no origin in a message.
 * It only numbers what it sends, so that a message sent twice (the background may die meanwhile) is one call.
 * Whoever calls this has made sure that the document's origin is a chosen one: from here on the page can notice.
 */
export function startBridge(): void {
  if (world.saysoBridge) {
    return;
  }
  world.saysoBridge = true;
  window.addEventListener('message', ({ source, origin, data, ports: [port] }: MessageEvent<unknown>) => {
    if (source === window && origin === location.origin && data === HELLO && port && ports.size < MOST_PORTS) {
      ports.add(port);
      port.onmessage = (event: MessageEvent<unknown>) => void relay(port, event.data);
      port.postMessage([0]);
    }
  });
  window.addEventListener('pagehide', putAway);
  window.addEventListener('pageshow', ({ persisted }) => {
    takeUp(persisted);
    if (persisted) {
      // Nobody could tell a page that was put away what became of its grants and requests meanwhile: it had better look.
      tellPage('grantschange');
      tellPage('intentionschange');
    }
    wakeAll();
  });
  document.addEventListener('visibilitychange', () => {
    // Not on its way out: what is asked then is answered to nobody.
    if (document.visibilityState === 'visible') {
      wakeAll();
    }
  });
  extension?.runtime?.onMessage?.addListener((message: unknown) => {
    const { wire, event, origin } = message as Partial<VendorEvent>;
    if (wire === 'vendor' && origin === location.origin) {
      if (event === 'grantschange' || event === 'intentionschange') {
        tellPage(event);
      }
      wakeAll();
    }
    return undefined;
  });
  // The provider may have started first, and its hello was lost.
  window.dispatchEvent(new Event(BRIDGE_READY));
}

/** Until the person comes to a page that the browser only prepared. */
export async function untilShown(): Promise<void> {
  if ((document as { prerendering?: boolean }).prerendering) {
    await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
  }
}

async function relay(port: MessagePort, data: unknown): Promise<void> {
  if (!isToBridge(data)) {
    // No provider of ours says that. A page that speaks on the port itself gets no answer.
    return;
  }
  const [n, call, input] = data;
  if (call === undefined) {
    port.postMessage([0]);
  } else if (calls >= MOST_CALLS) {
    port.postMessage([n, 'QuotaExceededError', 'Too many calls. Wait a few seconds.']);
  } else {
    calls += 1;
    port.postMessage([n, ...(await answerTo(call, input))]);
    calls -= 1;
  }
}

/** `[json]`, or `[name, message]` of a failure. */
async function answerTo(call: string, input: string | undefined): Promise<readonly string[]> {
  await untilShown();
  const message: VendorMessage = {
    wire: 'vendor',
    id: crypto.randomUUID(),
    call,
    ...(input !== undefined && { input }),
  };
  for (;;) {
    const reply = await send(message);
    if (reply.kind !== 'pending') {
      return reply.kind === 'answer' ? [reply.json] : [reply.name, reply.message];
    }
    await pause(reply.againMs);
  }
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

function tellPage(event: string): void {
  for (const port of ports) {
    port.postMessage([event]);
  }
}

// The page can write on the port: whatever is not small and plain never gets as far as the background.
function isToBridge(data: unknown): data is ToBridge {
  if (!Array.isArray(data)) {
    return false;
  }
  const [n, call, input] = data as unknown[];
  return (
    n === 0 ||
    (typeof n === 'number' &&
      typeof call === 'string' &&
      call.length <= 40 &&
      (input === undefined || (typeof input === 'string' && input.length <= INPUT_LIMIT)))
  );
}
