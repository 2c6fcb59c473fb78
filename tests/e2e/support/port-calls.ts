import type { Page } from 'puppeteer-core';
import { HELLO } from '../../../src/protocol/page-wire.ts';

/** What is kept in the page. */
interface Kept {
  saysoPort?: MessagePort;
  saysoAnswers?: Record<string, (readonly unknown[])[]>;
}

/**
 * Opens a port to the bridge as the provider does, which drops an answer that comes twice: here every answer is kept.
 * Done when the bridge has answered the hello.
 */
export function openPort(page: Page): Promise<void> {
  return page.evaluate((hello) => {
    const kept = globalThis as Kept;
    const answers: Record<string, (readonly unknown[])[]> = {};
    const { port1, port2 } = new MessageChannel();
    Object.assign(kept, { saysoPort: port1, saysoAnswers: answers });
    return new Promise<void>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<readonly unknown[]>) => {
        const [n, ...answer] = data;
        if (n === 0) {
          resolve();
        } else {
          (answers[String(n)] ??= []).push(answer);
        }
      };
      window.postMessage(hello, location.origin, [port2]);
    });
  }, HELLO);
}

/** Makes the call that has this number, and does not wait for its answer. */
export async function beginCall(page: Page, n: number, call: string, input?: unknown): Promise<void> {
  await page.evaluate(
    (number, name, json) => {
      (globalThis as Kept).saysoPort?.postMessage([number, name, ...(json === null ? [] : [json])]);
    },
    n,
    call,
    input === undefined ? null : JSON.stringify(input),
  );
}

/** All the answers to one call, each `[json]`, or `[name, message]` of a failure. */
export async function answersTo(page: Page, n: number): Promise<readonly (readonly unknown[])[]> {
  return page.evaluate((number) => (globalThis as Kept).saysoAnswers?.[String(number)] ?? [], n);
}
