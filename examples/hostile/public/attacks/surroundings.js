import { outcomeOf, plain, withPerson } from './tools.js';

const METHODS = [
  'request',
  'grants',
  'ratings',
  'preferences',
  'intentions',
  'rank',
  'reply',
  'propose',
  'withdraw',
  'version',
];

/** Breaking what the API stands on (cases 4 and 5): it works as before, or fails closed. */
export const surroundings = {
  'redefine-customer': {
    threat: 5,
    says: 'Writes, defines and deletes navigator.customer, on the object and on its prototype.',
    run: () =>
      withPerson(async (here) => {
        const tries = {
          assign: () => {
            navigator.customer = {};
          },
          define: () => Object.defineProperty(navigator, 'customer', { value: {}, configurable: true }),
          delete: () => delete navigator.customer,
          prototype: () => Object.defineProperty(Navigator.prototype, 'customer', { value: {}, configurable: true }),
          deletePrototype: () => delete Navigator.prototype.customer,
          getter: () => navigator.__defineGetter__('customer', () => ({})),
        };
        const saw = Object.fromEntries(Object.entries(tries).map(([name, work]) => [name, attempt(work)]));
        return { held: navigator.customer === here, saw };
      }),
  },

  'scribble-on-customer': {
    threat: 5,
    says: 'Replaces each method of the API, adds to it, and changes its prototype.',
    run: () =>
      withPerson(async (here) => {
        const before = METHODS.map((name) => here[name]);
        const saw = Object.fromEntries(
          METHODS.map((name) => [name, attempt(() => Object.defineProperty(here, name, { value: () => 'mine' }))]),
        );
        saw.add = attempt(() => Object.defineProperty(here, 'mine', { value: 1 }));
        saw.setPrototypeOf = attempt(() => Object.setPrototypeOf(here, { grants: () => 'mine' }));
        return { held: METHODS.every((name, index) => here[name] === before[index]) && here.mine === undefined, saw };
      }),
  },

  'pollute-prototypes': {
    threat: 4,
    says: 'Puts ok, value, error, then, wire, call, id and input on Object.prototype, and calls the API.',
    run: () =>
      withPerson(async (here) => {
        const poison = {
          ok: true,
          value: [{ id: 'poison' }],
          error: undefined,
          wire: 'prompt',
          call: 'answer',
          id: 'x',
          input: '{}',
        };
        const clean = Object.keys(poison);
        for (const [name, value] of Object.entries(poison)) {
          Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
        }
        try {
          const saw = { grants: await outcomeOf(() => here.grants()), ratings: await outcomeOf(() => here.ratings()) };
          return { held: !JSON.stringify(saw).includes('poison'), saw };
        } finally {
          clean.forEach((name) => delete Object.prototype[name]);
        }
      }),
  },

  'replace-intrinsics': {
    threat: 4,
    says: 'Replaces Promise, JSON, Array, MessagePort, EventTarget and crypto by spies, one at a time, and calls the API.',
    run: () =>
      withPerson(async (here) => {
        const expected = await outcomeOf(() => here.grants());
        const saw = {};
        for (const [name, owner, key] of intrinsics()) {
          const seen = [];
          const restore = spyOn(owner, key, seen);
          const answer = await outcomeOf(() => here.grants(), 1_500);
          restore();
          saw[name] = { answer, seen: seen.length };
        }
        const isSafe = ({ answer }) =>
          answer.error !== undefined || answer.pending || same(answer.value, expected.value);
        return { held: Object.values(saw).every(isSafe), saw };
      }),
  },

  'throw-from-intrinsics': {
    threat: 4,
    says: 'Replaces the same by functions that throw.',
    run: () =>
      withPerson(async (here) => {
        const expected = await outcomeOf(() => here.grants());
        const saw = {};
        for (const [name, owner, key] of intrinsics()) {
          const original = Object.getOwnPropertyDescriptor(owner, key);
          Object.defineProperty(owner, key, {
            ...original,
            value: () => {
              throw new TypeError('hostile');
            },
          });
          let answer;
          let isThrown = false;
          try {
            answer = here.grants();
          } catch {
            isThrown = true;
          }
          Object.defineProperty(owner, key, original);
          saw[name] = isThrown ? { error: 'thrown' } : await outcomeOf(() => answer, 1_500);
        }
        const isSafe = (answer) => answer.error !== undefined || answer.pending || same(answer.value, expected.value);
        return { held: Object.values(saw).every(isSafe), saw };
      }),
  },
};

function intrinsics() {
  const all = [
    ['Promise', window, 'Promise'],
    ['Promise.prototype.then', Promise.prototype, 'then'],
    ['JSON.parse', JSON, 'parse'],
    ['JSON.stringify', JSON, 'stringify'],
    ['Array.prototype.map', Array.prototype, 'map'],
    ['Array.prototype.push', Array.prototype, 'push'],
    ['Array.prototype[iterator]', Array.prototype, Symbol.iterator],
    ['Object.freeze', Object, 'freeze'],
    ['Object.keys', Object, 'keys'],
    ['Map.prototype.get', Map.prototype, 'get'],
    ['Map.prototype.set', Map.prototype, 'set'],
    ['MessageChannel', window, 'MessageChannel'],
    ['MessagePort.prototype.postMessage', MessagePort.prototype, 'postMessage'],
    ['EventTarget.prototype.addEventListener', EventTarget.prototype, 'addEventListener'],
    ['EventTarget.prototype.dispatchEvent', EventTarget.prototype, 'dispatchEvent'],
    ['CustomEvent', window, 'CustomEvent'],
    ['window.postMessage', window, 'postMessage'],
    ['structuredClone', window, 'structuredClone'],
    ['crypto.randomUUID', Crypto.prototype, 'randomUUID'],
    ['DOMException', window, 'DOMException'],
  ];
  return all.filter(([, owner, key]) => Object.getOwnPropertyDescriptor(owner, key)?.configurable);
}

/** Puts a spy in the place of a function or a class. @returns what puts the original back */
function spyOn(owner, key, seen) {
  const original = Object.getOwnPropertyDescriptor(owner, key);
  const spy = new Proxy(original.value, {
    apply(target, self, given) {
      seen[seen.length] = 'call';
      return Reflect.apply(target, self, given);
    },
    construct(target, given, newTarget) {
      seen[seen.length] = 'construct';
      return Reflect.construct(target, given, newTarget);
    },
  });
  Object.defineProperty(owner, key, { ...original, value: spy });
  return () => Object.defineProperty(owner, key, original);
}

function attempt(work) {
  try {
    return plain(work()) ?? 'done';
  } catch (error) {
    return error.name;
  }
}

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
