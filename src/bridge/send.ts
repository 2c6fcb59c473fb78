import type { Browser } from 'webextension-polyfill';
import type { VendorReply } from '../protocol/vendor-reply.ts';

// The polyfill would put 10 kB on every vendor's page; for these calls both browsers return promises already.
type Extension = { runtime?: Partial<Browser['runtime']> };
const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };

/** The extension's own side of the browser. Emptied by the browser once Sayso is updated, turned off or removed. */
export const extension = browser ?? chrome;

const RETRY_MS = [50, 250, 1_000, 3_000];

/** Sends until somebody answers. The background is started by the first try and may have died under it. */
export async function send(message: unknown): Promise<VendorReply> {
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

async function sendOnce(message: unknown): Promise<VendorReply | undefined> {
  try {
    return await extension?.runtime?.sendMessage?.(message);
  } catch {
    // No background, one that died, or (thrown at once) no Sayso any more: what is sent next has the same id.
    return undefined;
  }
}
