import { onTestFinished, vi } from 'vitest';
import { BRIDGE_READY, HELLO } from '../../src/protocol/page-wire.ts';

/** Waits until the messages that are under way on ports have arrived. */
export async function portsSettled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    });
  }
}

export interface FakePage {
  readonly window: EventTarget & { postMessage(data: unknown, origin: string, ports?: MessagePort[]): void };
  readonly document: EventTarget & { prerendering: boolean; visibilityState: 'visible' | 'hidden' };
  readonly navigator: { customer?: unknown };
  /** The events that were dispatched on the window, by name. */
  readonly heard: readonly string[];
}

/**
 * A document as the provider and the bridge see one: its window, messages to itself, its address. What they read as
 * globals is put there until the test ends. Both worlds share these globals here, which they don't in a browser.
 */
export function openPage({ url = 'https://shop.example/', isSecure = true, isPrerendered = false } = {}): FakePage {
  const location = new URL(url);
  const heard: string[] = [];
  const ports: MessagePort[] = [];
  const window = Object.assign(new EventTarget(), {
    postMessage(data: unknown, target: string, transferred: MessagePort[] = []): void {
      ports.push(...transferred);
      if (target === location.origin) {
        queueMicrotask(() =>
          window.dispatchEvent(messageOf({ source: window, origin: target, data, ports: transferred })),
        );
      }
    },
  });
  for (const name of ['message', 'customerready', BRIDGE_READY]) {
    window.addEventListener(name, () => heard.push(name));
  }
  const document = Object.assign(new EventTarget(), {
    prerendering: isPrerendered,
    visibilityState: 'visible' as const,
  });
  const page = { window, document, navigator: {}, heard };
  for (const [name, value] of Object.entries({ ...page, location, isSecureContext: isSecure })) {
    vi.stubGlobal(name, value);
  }
  vi.resetModules();
  onTestFinished(() => {
    delete (globalThis as { saysoBridge?: true }).saysoBridge;
    for (const port of ports) {
      port.close();
    }
  });
  return page;
}

/** A message event, with what only the browser can set. */
export function messageOf(parts: {
  source: unknown;
  origin: string;
  data: unknown;
  ports: readonly MessagePort[];
}): Event {
  return Object.assign(new Event('message'), parts);
}

export interface FakeBridge {
  /** What the provider sent, pulses apart. */
  readonly sent: unknown[][];
  reply(...message: unknown[]): void;
}

/** A bridge that a test plays: takes the provider's port and keeps what it hears. */
export function playBridge({ window }: FakePage, { isAlive = true } = {}): FakeBridge {
  const sent: unknown[][] = [];
  let port: MessagePort | undefined;
  window.addEventListener('message', (event) => {
    const { data, ports } = event as MessageEvent<unknown>;
    const [greeted] = ports;
    if (data === HELLO && greeted) {
      port ??= greeted;
      onTestFinished(() => greeted.close());
      greeted.onmessage = ({ data: message }: MessageEvent<unknown[]>) => {
        port = greeted;
        if (message[0] !== 0) {
          sent.push(message);
        } else if (isAlive) {
          greeted.postMessage([0]);
        }
      };
      greeted.postMessage([0]);
    }
  });
  return {
    sent,
    reply(...message: unknown[]) {
      port?.postMessage(message);
    },
  };
}
