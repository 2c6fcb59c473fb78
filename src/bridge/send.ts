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
/** Far longer than any answer takes: a port can be dead without a word, after the back/forward cache in Chromium. */
const SILENT_MS = 20_000;
/** A port that is not spoken on is hung up: what is not there can't die unnoticed. */
const IDLE_MS = 1_000;

interface Line {
  readonly port: Runtime.Port;
  readonly awaited: Map<string, (reply: VendorReply | undefined) => void>;
}

let line: Line | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;
/** While the page is put away: until it is shown again. A port that is opened on its way out is no active page's. */
let away: Promise<void> | undefined;
let comeBack: (() => void) | undefined;

/** Sends until somebody answers. The background is started by the first try and may have died under it. */
export async function send(message: VendorMessage): Promise<VendorReply> {
  for (const waitMs of [...RETRY_MS, undefined]) {
    await away;
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

/** A page that is put away keeps no port: it would not come back as it was. What is under way is sent again when it does. */
export function putAway(): void {
  away ??= new Promise((resolve) => {
    comeBack = resolve;
  });
  hangUp();
}

/** @param isFromCache - whatever port there is, is of before */
export function takeUp(isFromCache: boolean): void {
  if (isFromCache || away) {
    hangUp();
    away = undefined;
    comeBack?.();
  }
}

function hangUp(): void {
  line?.port.disconnect();
  cut(line);
}

/** @returns `undefined` for no background, one that died, or no Sayso any more: what is sent next has the same id */
function sendOnce(message: VendorMessage): Promise<VendorReply | undefined> {
  clearTimeout(idle);
  return new Promise((resolve) => {
    const silent = setTimeout(hangUp, SILENT_MS);
    const settle = (reply: VendorReply | undefined): void => {
      clearTimeout(silent);
      resolve(reply);
    };
    try {
      line ??= open();
      line?.awaited.set(message.id, settle);
      line?.port.postMessage(message);
    } catch {
      cut(line);
    }
    if (!line) {
      settle(undefined);
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
    if (opened.awaited.size === 0) {
      clearTimeout(idle);
      idle = setTimeout(hangUp, IDLE_MS);
    }
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
