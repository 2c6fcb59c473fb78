import { BRIDGE_READY, type FromBridge, HELLO, INPUT_LIMIT } from '../protocol/page-wire.ts';

// Taken before the page can change them (where Sayso starts first), and never looked up again.
const { create, defineProperty, freeze } = Object;
const { apply, deleteProperty } = Reflect;
const { parse, stringify } = JSON;
const { postMessage: post } = MessagePort.prototype as unknown as { postMessage: Method };
const { dispatchEvent: dispatch } = EventTarget.prototype as unknown as { dispatchEvent: Method };
const PagePromise = Promise;
const PageEvent = Event;
const PageException = DOMException;
const later = setInterval;
const stop = clearInterval;

/** The bridge is asked whether it is there this often while an answer is outstanding; it may miss that many times. */
const PULSE_MS = 1_000;
const MISSES = 4;

const CALLS = ['request', 'grants', 'ratings', 'preferences', 'intentions', 'rank', 'reply', 'propose', 'withdraw'];

/** Called only through `apply`, with its own `this`. */
type Method = (...values: unknown[]) => unknown;
type Settle = (answer: readonly unknown[]) => void;

/**
 * Puts `navigator.customer` on this page. No state of the person's, no decision: every call is passed on.
 * Does nothing where the page (or an earlier Sayso) holds the name and won't let go.
 */
export function provide(): void {
  const customer = new EventTarget();
  const waiting = create(null) as Record<number, Settle | undefined>;
  let outstanding = 0;
  let count = 0;
  let missed = 0;
  let pulse: ReturnType<typeof setInterval> | undefined;
  let port: MessagePort | undefined;
  let queued: unknown[][] = [];

  function send(message: unknown[]): void {
    if (port) {
      apply(post, port, [message]);
    } else {
      queued[queued.length] = message;
    }
  }

  function settle(n: number, answer: readonly unknown[]): void {
    const waiter = waiting[n];
    if (waiter) {
      deleteProperty(waiting, n);
      outstanding -= 1;
      if (outstanding === 0) {
        stop(pulse);
        pulse = undefined;
      }
      waiter(answer);
    }
  }

  // An updated or removed Sayso leaves no bridge behind (Firefox) or one that says so itself (Chrome).
  function beat(): void {
    missed += 1;
    if (missed <= MISSES) {
      send([0]);
      return;
    }
    queued = [];
    port = undefined;
    for (const n in waiting) {
      settle(+n, [0, 'InvalidStateError', 'Sayso was updated or turned off. Reload the page.']);
    }
    // Firefox puts the new Sayso's bridge into pages that are open: what is called from now on may find it.
    greet();
  }

  function hear(message: FromBridge): void {
    missed = 0;
    const first = message[0];
    if (typeof first === 'string') {
      apply(dispatch, customer, [new PageEvent(first)]);
    } else if (first) {
      settle(first, message);
    }
  }

  function call(name: string, input: unknown): Promise<unknown> {
    return new PagePromise((resolve, reject) => {
      let json: string | undefined;
      try {
        json = stringify(input);
      } catch {
        // A cycle, a BigInt, a getter that throws, a depth that no stack holds: not data, whichever it was.
        reject(new PageException(`${name}: the value is not plain data`, 'DataError'));
        return;
      }
      if (json && json.length > INPUT_LIMIT) {
        reject(new PageException(`${name}: larger than ${INPUT_LIMIT} characters`, 'QuotaExceededError'));
        return;
      }
      count += 1;
      outstanding += 1;
      waiting[count] = (answer) => {
        if (answer.length === 2) {
          resolve(parse(answer[1] as string) ?? undefined);
        } else {
          reject(new PageException(answer[2] as string, answer[1] as string));
        }
      };
      if (outstanding === 1) {
        missed = 0;
        pulse = later(beat, PULSE_MS);
      }
      send([count, name, json]);
    });
  }

  function greet(): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<FromBridge>) => {
      // One bridge at a time. Another, of a Sayso that started anew under this page, knows nothing of what the first was
      // asked: were it heard, these calls would wait for ever.
      if (!port) {
        port = port1;
        const held = queued;
        queued = [];
        for (let index = 0; index < held.length; index += 1) {
          send(held[index] ?? []);
        }
      }
      if (port === port1) {
        hear(data);
      }
    };
    window.postMessage(HELLO, location.origin, [port2]);
  }

  defineProperty(customer, 'version', { value: '1', enumerable: true });
  for (const name of CALLS) {
    defineProperty(customer, name, {
      enumerable: true,
      value:
        name === 'reply'
          ? (intention: unknown, reply: unknown) => call(name, [intention, reply])
          : (input: unknown) => call(name, input),
    });
  }
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const) {
    defineProperty(customer, name, { value: customer[name].bind(customer) });
  }
  try {
    // All is said, since what the page may have defined before would fill in the rest.
    const fixed = { enumerable: true, configurable: false, writable: false };
    defineProperty(navigator, 'customer', { value: freeze(customer), ...fixed });
  } catch {
    // The page holds the name (or Sayso is here already): fail closed, without a trace.
    return;
  }
  window.addEventListener(BRIDGE_READY, greet);
  greet();
  apply(dispatch, window, [new PageEvent('customerready')]);
}
