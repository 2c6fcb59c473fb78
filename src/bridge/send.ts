import type { Browser, Runtime } from 'webextension-polyfill';
import { VENDOR_PORT } from '../protocol/page-wire.ts';
import type { VendorAnswer, VendorReply } from '../protocol/vendor-reply.ts';
import type { VendorMessage } from '../protocol/vendor-wire.ts';

// The polyfill would put 10 kB on every vendor's page; for these calls both browsers are alike already.
type Extension = { runtime?: Partial<Browser['runtime']> };
const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };

/** The extension's own side of the browser. Emptied by the browser once Sayso is updated, turned off or removed. */
export const extension = browser ?? chrome;

/** The first is at once: a port that was cut belonged to a background that is gone, and the next one starts with a call. */
const RETRY_MS = [0, 50, 250, 1_000, 3_000];

interface Line {
  readonly port: Runtime.Port;
  readonly awaited: Map<string, (reply: VendorReply | undefined) => void>;
}

let line: Line | undefined;

/** Sends until somebody answers. The background is started by the first try and may have died under it. */
export async function send(message: VendorMessage): Promise<VendorReply> {
  for (const waitMs of [...RETRY_MS, undefined]) {
    const reply = await sendOnce(message);
    if (reply) {
      return reply;
    }
    if (!extension?.runtime?.id || waitMs === undefined) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  return { kind: 'failure', name: 'InvalidStateError', message: 'Sayso was updated or turned off. Reload the page.' };
}

/** A page that is put away keeps no port: it would not come back as it was. What is under way is sent again. */
export function hangUp(): void {
  line?.port.disconnect();
  cut(line);
}

/** @returns `undefined` for no background, one that died, or no Sayso any more: what is sent next has the same id */
function sendOnce(message: VendorMessage): Promise<VendorReply | undefined> {
  return new Promise((resolve) => {
    try {
      line ??= open();
      line?.awaited.set(message.id, resolve);
      line?.port.postMessage(message);
    } catch {
      cut(line);
    }
    if (!line) {
      resolve(undefined);
    }
  });
}

function open(): Line | undefined {
  const port = extension?.runtime?.connect?.({ name: VENDOR_PORT });
  if (!port) {
    return undefined;
  }
  const opened: Line = { port, awaited: new Map() };
  port.onMessage.addListener((answer: unknown) => {
    const [id, reply] = answer as VendorAnswer;
    opened.awaited.get(id)?.(reply);
    opened.awaited.delete(id);
  });
  port.onDisconnect.addListener(() => cut(opened));
  return opened;
}

function cut(gone: Line | undefined): void {
  if (line === gone) {
    line = undefined;
  }
  for (const resolve of gone?.awaited.values() ?? []) {
    resolve(undefined);
  }
}
