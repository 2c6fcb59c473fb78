import { onTestFinished, vi } from 'vitest';
import type { VendorReply } from '../../src/protocol/vendor-reply.ts';

export interface SentMessage {
  readonly wire: string;
  readonly id: string;
  readonly call: string;
  readonly input?: string;
}

/** The extension's side of a content script: `chrome.runtime`, with a background that a test plays. */
export class FakeBackground {
  readonly sent: SentMessage[] = [];
  readonly #listeners: ((message: unknown) => unknown)[] = [];
  readonly runtime: {
    id?: string;
    sendMessage?: (message: SentMessage) => Promise<VendorReply | undefined>;
    onMessage: { addListener: (listener: (message: unknown) => unknown) => void };
  };

  /** @param answer - called with each message, and how many came before it */
  constructor(
    answer: (message: SentMessage, index: number) => VendorReply | undefined | Promise<VendorReply | undefined>,
  ) {
    this.runtime = {
      id: 'sayso@test',
      sendMessage: async (message) => {
        this.sent.push(message);
        return answer(message, this.sent.length - 1);
      },
      onMessage: { addListener: (listener) => this.#listeners.push(listener) },
    };
    vi.stubGlobal('browser', undefined);
    vi.stubGlobal('chrome', { runtime: this.runtime });
    onTestFinished(() => {
      this.#listeners.length = 0;
    });
  }

  /** The background tells the tab something by itself. @returns what the listeners answer */
  tell(message: unknown): unknown[] {
    return this.#listeners.map((listener) => listener(message));
  }
}
