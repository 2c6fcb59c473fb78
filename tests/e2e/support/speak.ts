import type { Page } from 'puppeteer-core';
import { BRIDGE_READY, HELLO } from '../../../src/protocol/page-wire.ts';

/**
 * A page that speaks with the bridge on a port of its own, as Sayso's provider does, and so says what it likes.
 *
 * @param messages - those that are answered have `[number, call, …]`
 * @returns the answers by number, once the bridge has answered one more message that came after all of these
 */
export function speak(page: Page, messages: readonly unknown[]): Promise<Record<string, readonly unknown[]>> {
  return page.evaluate(
    (hello, ready, json) => {
      const all = JSON.parse(json) as readonly unknown[];
      const LAST = 1_000_000;
      const answers: Record<string, readonly unknown[]> = {};
      const isSpoken = (message: unknown): message is readonly [number, string] =>
        Array.isArray(message) && typeof message[0] === 'number' && typeof message[1] === 'string';
      const expected = all.filter(isSpoken).filter(([, call]) => call.length <= 40);
      let isHeard = false;
      return new Promise<Record<string, readonly unknown[]>>((resolve) => {
        function greet(): void {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }: MessageEvent<readonly unknown[]>) => {
            const [n] = data;
            if (n !== 0) {
              answers[String(n)] = data.slice(1);
              if (LAST in answers && expected.every(([number]) => number in answers)) {
                resolve(answers);
              }
            } else if (!isHeard) {
              isHeard = true;
              for (const message of all) {
                port1.postMessage(message);
              }
              port1.postMessage([LAST, 'grants']);
            }
          };
          window.postMessage(hello, location.origin, [port2]);
        }
        // Where an origin has a port of its own, the bridge starts after the provider.
        window.addEventListener(ready, greet, { once: true });
        greet();
      });
    },
    HELLO,
    BRIDGE_READY,
    JSON.stringify(messages), // Firefox's driver can't carry an object with a `toString` of its own.
  );
}
