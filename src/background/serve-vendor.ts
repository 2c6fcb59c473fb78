import type { Runtime } from 'webextension-polyfill';
import { VENDOR_PORT } from '../protocol/page-wire.ts';
import type { VendorAnswer } from '../protocol/vendor-reply.ts';
import { answerVendor, type VendorRouter } from './vendor-router.ts';

/**
 * Answers what a chosen page's bridge says on its port, each message by itself, in the order in which they are done.
 *
 * Who is at the other end is the browser's word for the document that opened the port; the browser cuts it with the
 * document. Another origin cannot come by it.
 */
export function serveVendor(port: Runtime.Port, router: VendorRouter): void {
  const { name, sender } = port;
  // Of a document that is being put away the browser would go on saying so, also when it is back.
  const { documentLifecycle = 'active' } = (sender ?? {}) as { documentLifecycle?: string };
  if (name !== VENDOR_PORT || !sender || documentLifecycle !== 'active') {
    port.disconnect();
    return;
  }
  let isCut = false;
  port.onDisconnect.addListener(() => {
    isCut = true;
  });
  port.onMessage.addListener((message: unknown) => {
    void answerVendor(message, sender, router).then((reply) => {
      if (!isCut) {
        // Cut meanwhile, nobody hears the answer; the same message comes again, on another port.
        port.postMessage([idOf(message), reply] satisfies VendorAnswer);
      }
    });
  });
}

/** What was no message of the bridge's is answered all the same, to nobody. */
function idOf(message: unknown): string {
  const { id } = (message ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : '';
}
