import type { SignedByPerson, SignedByVendor } from '../../protocol/customer-reply.ts';
import type { Demand } from '../../protocol/customer-request.ts';
import type { Ledger } from './ledger.ts';
import { ReplyError } from './reply-error.ts';

/** What a vendor keeps of one request: whom it is from, the newest copy, what was said, and where that is found. */
export interface Thread {
  readonly request: string;
  readonly person: string;
  /** Of the status address: whoever has it may look, so nobody can guess it. */
  readonly token: string;
  readonly demand?: Demand;
  readonly said: readonly SignedByVendor[];
}

/** The threads of a vendor, in its ledger. What is done in one thread is done one after the other by its own messages. */
export class ThreadBook {
  readonly #ledger: Ledger;
  /** Of this process: two steps of one thread don't overtake each other. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** @throws {ReplyError} when nothing was ever heard in it */
  async threadOf(request: string): Promise<Thread> {
    const text = await this.#ledger.get(`thread:${request}`);
    if (text === undefined) {
      throw new ReplyError('request: Nobody wrote to you of it');
    }
    return JSON.parse(text) as Thread;
  }

  /** Notes the copy that a message has with it. */
  async hear(message: SignedByPerson): Promise<Thread> {
    const { request, from: person, body } = message;
    return this.#inTurn(request, async () => {
      const token = crypto.randomUUID();
      const begun: Thread = { request, person, token, said: [] };
      if (await this.#ledger.add(`thread:${request}`, JSON.stringify(begun))) {
        await this.#ledger.set(`status:${token}`, request);
      }
      const known = await this.threadOf(request);
      const thread =
        'demand' in body && body.demand.copy >= (known.demand?.copy ?? 0) ? { ...known, demand: body.demand } : known;
      await this.#ledger.set(`thread:${request}`, JSON.stringify(thread));
      return thread;
    });
  }

  async say(request: string, messages: readonly SignedByVendor[]): Promise<void> {
    await this.#inTurn(request, async () => {
      const known = await this.threadOf(request);
      const thread: Thread = { ...known, said: [...known.said, ...messages] };
      await this.#ledger.set(`thread:${request}`, JSON.stringify(thread));
    });
  }

  /** @returns `undefined` for a token that was never given out */
  async saidAt(token: string): Promise<readonly SignedByVendor[] | undefined> {
    const request = await this.#ledger.get(`status:${token}`);
    return request === undefined ? undefined : (await this.threadOf(request)).said;
  }

  async #inTurn<T>(request: string, step: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(request) ?? Promise.resolve();
    const mine = before.then(step, step);
    this.#turns.set(request, mine);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(request) === mine) {
        this.#turns.delete(request);
      }
    }
  }
}

/** @throws {ReplyError} when no copy came yet */
export function demandOfThread({ demand }: Thread): Demand {
  if (!demand) {
    throw new ReplyError('request: You have no copy of it');
  }
  return demand;
}
