import { outcomeOf, rightAsk, withPerson } from './tools.js';

/** Asking wrongly, hugely and too often (cases 6, 19, 21 and 30): refused, soon, and always alike. */
export const asks = {
  'malformed-asks': {
    threat: 6,
    says: 'Sends asks that break one rule each.',
    run: () =>
      withPerson(async (here) => {
        const saw = {};
        for (const [name, ask] of Object.entries(malformed())) {
          saw[name] = await outcomeOf(() => here.request(ask));
        }
        return { held: Object.values(saw).every(({ error }) => error === 'DataError'), saw };
      }),
  },

  'malformed-queries': {
    threat: 6,
    says: 'Sends queries and lists that break one rule each.',
    run: () =>
      withPerson(async (here) => {
        const saw = {};
        const bad = [
          null,
          1,
          'all',
          [1],
          { limit: 0 },
          { limit: 501 },
          { limit: 'x' },
          { kinds: 'Movie' },
          { kinds: ['Nonsense'] },
          { extra: 1 },
          { cursor: 1 },
          { identifiers: [''] },
        ];
        for (const [index, query] of bad.entries()) {
          saw[`ratings ${index}`] = await outcomeOf(() => here.ratings(query));
          saw[`preferences ${index}`] = await outcomeOf(() => here.preferences(query));
          saw[`rank ${index}`] = await outcomeOf(() => here.rank(query));
          saw[`withdraw ${index}`] = await outcomeOf(() => here.withdraw(query));
        }
        return { held: Object.values(saw).every(({ value, pending }) => value === undefined && !pending), saw };
      }),
  },

  'strange-arguments': {
    threat: 6,
    says: 'Sends getters, proxies, cycles, deep lists, BigInts, functions, symbols, buffers and elements.',
    run: () =>
      withPerson(async (here) => {
        const saw = {};
        for (const [name, make] of Object.entries(STRANGE)) {
          for (const call of ['request', 'ratings', 'rank', 'withdraw']) {
            saw[`${call} ${name}`] = await outcomeOf(() => here[call](make()), 5_000);
          }
        }
        return { held: Object.values(saw).every(({ error }) => error !== undefined), saw };
      }),
  },

  'huge-argument': {
    threat: 6,
    says: 'Sends one text of 50 MB in each place.',
    run: (megabytes = 50) =>
      withPerson(async (here) => {
        const text = 'x'.repeat(megabytes * 1_048_576);
        const saw = {
          request: await outcomeOf(() => here.request(rightAsk({ text })), 10_000),
          ratings: await outcomeOf(() => here.ratings({ cursor: text }), 10_000),
          rank: await outcomeOf(() => here.rank([{ identifier: `imdb:${text}` }]), 10_000),
          withdraw: await outcomeOf(() => here.withdraw(text), 10_000),
        };
        return { held: Object.values(saw).every(({ error }) => error !== undefined), saw };
      }),
  },

  'thousand-asks': {
    threat: 19,
    says: 'Asks a thousand times in a loop, each time for something else.',
    run: (count = 1_000, ms = 2_000) =>
      withPerson(async (here) => {
        const all = await Promise.all(
          Array.from({ length: count }, () => outcomeOf(() => here.request(rightAsk()), ms)),
        );
        const saw = {};
        for (const { error, pending } of all) {
          const name = error ?? (pending ? 'pending' : 'granted');
          saw[name] = (saw[name] ?? 0) + 1;
        }
        return { held: saw.granted === undefined, saw };
      }),
  },

  'read-ungranted': {
    threat: 30,
    says: 'Reads everything without asking, several times, and compares the refusals and how long they took.',
    run: (times = 20) =>
      withPerson(async (here) => {
        const calls = {
          ratings: () => here.ratings({}),
          one: () => here.ratings({ identifiers: ['imdb:tt0133093'] }),
          preferences: () => here.preferences({}),
          rank: () =>
            here.rank(Array.from({ length: 20 }, (_, index) => ({ identifier: `imdb:tt${1_000_000 + index}` }))),
          withdraw: () => here.withdraw(crypto.randomUUID()),
        };
        const saw = {};
        for (const [name, call] of Object.entries(calls)) {
          const all = [];
          for (let time = 0; time < times; time += 1) {
            all.push(await outcomeOf(call));
          }
          saw[name] = {
            errors: [...new Set(all.map(({ error, message }) => `${error}: ${message}`))],
            ms: all.map(({ ms }) => ms),
          };
        }
        const errors = new Set(Object.values(saw).flatMap((each) => each.errors));
        return { held: errors.size === 1 && [...errors][0].startsWith('NotAllowedError'), saw };
      }),
  },

  'ask-while-hidden': {
    threat: 21,
    says: 'Asks while the tab is hidden. Run it from a tab in the background.',
    run: () =>
      withPerson(async (here) => {
        const saw = {
          visibility: document.visibilityState,
          hasFocus: document.hasFocus(),
          outcome: await outcomeOf(() => here.request(rightAsk())),
        };
        return { held: saw.visibility === 'visible' || saw.outcome.value === undefined, saw };
      }),
  },
};

function malformed() {
  const need = { collection: 'ratings' };
  return {
    nothing: undefined,
    null: null,
    number: 1,
    text: 'everything',
    list: [],
    empty: {},
    'no id': rightAsk({ id: '' }),
    'no text': rightAsk({ text: '   ' }),
    'long text': rightAsk({ text: 'x'.repeat(1_001) }),
    'no purpose': rightAsk({ purpose: undefined }),
    'strange purpose': rightAsk({ purpose: 'Fun' }),
    'purpose of the prototype': rightAsk({ purpose: 'constructor' }),
    'no needs': rightAsk({ required: [], optional: [] }),
    'needs as text': rightAsk({ required: 'ratings' }),
    'many needs': rightAsk({ required: Array.from({ length: 1_000 }, () => need) }),
    'strange collection': rightAsk({ required: [{ collection: '__proto__' }] }),
    'strange kind': rightAsk({ required: [{ ...need, kinds: ['Everything'] }] }),
    'strange field': rightAsk({ required: [{ ...need, fields: ['source'] }] }),
    'strange filter': rightAsk({ required: [{ ...need, filter: { min: 0 } }] }),
    'strange derive': rightAsk({ required: [{ ...need, derive: 'all' }] }),
    'keys of ratings': rightAsk({ required: [{ ...need, keys: ['diet'] }] }),
    'more than known': rightAsk({ duration: 'until-stopped' }),
    'more in a need': rightAsk({ required: [{ ...need, without: [] }] }),
    'retention in words': rightAsk({ retention: 'for ever' }),
    'sharing with nobody': rightAsk({ sharing: [] }),
    'strange agreement': rightAsk({ agreement: '<b>' }),
  };
}

const STRANGE = {
  getter: () => ({
    get id() {
      throw new Error('hostile getter');
    },
  }),
  'getter that changes': () => {
    let reads = 0;
    return {
      ...rightAsk(),
      get purpose() {
        reads += 1;
        return reads > 1 ? 'Advertising' : 'Nonsense';
      },
    };
  },
  proxy: () =>
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('hostile proxy');
        },
        ownKeys: () => {
          throw new Error('hostile keys');
        },
      },
    ),
  cycle: () => {
    const cycle = {};
    cycle.self = cycle;
    return cycle;
  },
  deep: () => {
    let deep = [];
    for (let n = 0; n < 100_000; n += 1) deep = [deep];
    return deep;
  },
  BigInt: () => ({ id: 1n }),
  element: () => document.body,
  window: () => window,
  function: () => () => 1,
  symbol: () => Symbol('x'),
  toJSON: () => ({
    toJSON: () => {
      throw new Error('hostile toJSON');
    },
  }),
  buffer: () => new ArrayBuffer(1_048_576),
  sparse: () => {
    const sparse = [];
    sparse.length = 4_294_967_295;
    return { required: 'x', sparse: sparse.length };
  },
};
