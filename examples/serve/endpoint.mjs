/**
 * A shop's endpoint for requests for proposals. The SDK's handler checks who writes, does nothing twice and signs; what the shop
 * says is its own `answer`.
 *
 * The key and the memory are gone with the process, which is good enough for an example. A real shop keeps its key with its other
 * secrets and its ledger in a database: `sdk/server` says how.
 */

/** Where each shop takes requests, on its own origin. */
const PATH = '/quotes';

/**
 * What a shop is given: the SDK for its server, its own origin, `say` to say more in a request (the signed message comes back),
 * and `later`, which does a step after the shop's own while.
 *
 * @typedef {{ sdk: any, origin: string, say: (request: string, reply: object) => Promise<any>, later: (step: () => Promise<unknown>) => void }} Shop
 *
 * `answer` as the SDK has it. `spoil` stands between the handler and the network, for a shop that breaks rules.
 *
 * @typedef {(message: any) => Promise<readonly object[] | 'later'>} Answer
 * @typedef {{ answer: Answer, spoil?: (request: Request, fetch: (request: Request) => Promise<Response>) => Promise<Response> }} Manners
 */

export class Endpoint {
  #sdk;
  #open;
  #lateMs;
  #privateKey;
  #publicKey;
  /** By origin: the examples are reached with a port and, through a proxy, without one. */
  #listeners = new Map();
  #timers = new Set();

  /**
   * @param {any} sdk the SDK's server side
   * @param {(shop: Shop) => Manners} open
   * @param {number} lateMs how long this shop's while is
   */
  static async begin(sdk, open, lateMs) {
    const endpoint = new Endpoint();
    endpoint.#sdk = sdk;
    endpoint.#open = open;
    endpoint.#lateMs = lateMs;
    ({ privateKey: endpoint.#privateKey, publicKey: endpoint.#publicKey } = await sdk.newVendorKey());
    return endpoint;
  }

  /** What customer.json says of it. */
  get announcement() {
    return { quotes: PATH, keys: [this.#publicKey] };
  }

  /** Whether a path is the endpoint's, or a status address below it. */
  takes(path) {
    return path === PATH || path.startsWith(`${PATH}/`);
  }

  /** @returns {Promise<void>} when it is answered */
  listen(request, response, origin) {
    const listener = this.#listeners.get(origin) ?? this.#listenerAt(origin);
    this.#listeners.set(origin, listener);
    return listener(request, response);
  }

  close() {
    for (const timer of this.#timers) {
      clearTimeout(timer);
    }
    this.#timers.clear();
  }

  #listenerAt(origin) {
    const sdk = this.#sdk;
    const manners = this.#open({
      sdk,
      origin,
      say: (request, reply) => handler.reply(request, reply),
      later: (step) => this.#later(step),
    });
    const handler = sdk.createRequestHandler({
      origin,
      path: PATH,
      key: this.#privateKey,
      ledger: sdk.memoryLedger(),
      answer: (message) => manners.answer(message),
    });
    const { spoil } = manners;
    const fetch = (request) => (spoil ? spoil(request, (one) => handler.fetch(one)) : handler.fetch(request));
    return sdk.nodeListener({ ...handler, fetch }, origin);
  }

  #later(step) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      step().catch((error) => console.error(error));
    }, this.#lateMs);
    this.#timers.add(timer);
  }
}
