import { onTestFinished, vi } from 'vitest';
import type { VendorReply } from '../../src/protocol/vendor-reply.ts';

export interface SentMessage {
  readonly wire: string;
  readonly id: string;
  readonly call: string;
  readonly input?: string;
}

type Answer = (message: SentMessage, index: number) => VendorReply | undefined | Promise<VendorReply | undefined>;

type Listener = (message: unknown) => void;

/** The page's end of an extension port. */
export interface FakePort {
  readonly onMessage: { addListener: (listener: Listener) => void };
  readonly onDisconnect: { addListener: (listener: () => void) => void };
  readonly postMessage: (message: SentMessage) => void;
  readonly disconnect: () => void;
}

/** The extension's side of a content script: `chrome.runtime`, with a background that a test plays. */
export class FakeBackground {
  readonly sent: SentMessage[] = [];
  /** How often the page's side has connected, and hung up by itself. */
  connected = 0;
  hungUp = 0;
  readonly #answer: Answer;
  readonly #listeners: ((message: unknown) => unknown)[] = [];
  readonly #cuts = new Set<() => void>();
  readonly runtime: {
    id?: string;
    connect?: (info: { name: string }) => FakePort;
    onMessage: { addListener: (listener: (message: unknown) => unknown) => void };
  };

  /** @param answer - called with each message, and how many came before it; `undefined` for a background that dies */
  constructor(answer: Answer) {
    this.#answer = answer;
    this.runtime = {
      id: 'sayso@test',
      connect: () => this.#connect(),
      onMessage: { addListener: (listener) => this.#listeners.push(listener) },
    };
    vi.stubGlobal('browser', undefined);
    vi.stubGlobal('chrome', { runtime: this.runtime });
    onTestFinished(() => {
      this.#listeners.length = 0;
    });
  }

  /** Stops, as browsers do: every port is cut, and nobody answers what was under way. */
  die(): void {
    for (const cut of [...this.#cuts]) {
      cut();
    }
  }

  #connect(): FakePort {
    this.connected += 1;
    const heard: Listener[] = [];
    const gone: (() => void)[] = [];
    const cut = (): void => {
      if (this.#cuts.delete(cut)) {
        gone.forEach((listener) => {
          listener();
        });
      }
    };
    this.#cuts.add(cut);
    return {
      onMessage: { addListener: (listener) => heard.push(listener) },
      onDisconnect: { addListener: (listener) => gone.push(listener) },
      disconnect: () => {
        this.hungUp += 1;
        this.#cuts.delete(cut);
      },
      postMessage: (message) => {
        if (!this.#cuts.has(cut)) {
          throw new Error('Attempting to use a disconnected port object');
        }
        this.sent.push(message);
        const index = this.sent.length - 1;
        void (async () => {
          const reply = await this.#answer(message, index);
          if (reply && this.#cuts.has(cut)) {
            heard.forEach((listener) => {
              listener([message.id, reply]);
            });
          } else {
            cut();
          }
        })();
      },
    };
  }

  /** The background tells the tab something by itself. @returns what the listeners answer */
  tell(message: unknown): unknown[] {
    return this.#listeners.map((listener) => listener(message));
  }
}
