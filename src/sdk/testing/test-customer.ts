import type { Ask, Customer, Grant, ItemReference, PropertyValue, Review } from '../../protocol/customer.ts';
import { checkAsk, checkItems, checkPreferenceQuery, checkRatingQuery } from './check-inputs.ts';
import { malformed, notAllowed, notSupported, tooMuch, turnedOff } from './failures.ts';
import { createGrantBook, type ReadCall } from './grant-book.ts';
import { order } from './order.ts';
import { paged } from './paged.ts';
import { reachedPreferences, reachedRatings, reachesRating } from './reach.ts';
import type { CallName, TestAnswer, TestCall, TestGift } from './test-types.ts';

/** The longest argument a page may send, in UTF-16 units of its JSON. */
const INPUT_LIMIT = 262_144;

/** An order of fewer is a yes or no about one thing. */
const MIN_RANK_ITEMS = 5;

export interface TestCustomerOptions {
  /** All the person's ratings, each with all its fields; what leaves is cut down to the grant. */
  readonly ratings?: readonly Review[];
  readonly preferences?: readonly PropertyValue[];
  /** How the person answers an ask; everything asked is given when absent. May take its time. */
  readonly answer?: (ask: Ask) => TestAnswer | Promise<TestAnswer>;
  /** The order `rank` gives, as indexes into the list sent. */
  readonly rank?: (items: readonly ItemReference[]) => readonly number[];
  /** The present, in milliseconds since the Unix epoch. */
  readonly nowMs?: () => number;
}

export interface TestCustomer {
  /** Put it where your code looks: `Object.defineProperty(navigator, 'customer', { value: test.customer })`. */
  readonly customer: Customer;
  /** Every call so far, oldest first. */
  readonly calls: readonly TestCall[];
  /** The person gave this at an earlier visit: no ask is shown, `grantschange` is dispatched. */
  give(ask: Ask, gift?: TestGift): Grant;
  /** The person stops one grant, or all, in Sayso: `grantschange` is dispatched if anything ended. */
  revoke(grantId?: string): void;
  /** Sayso is updated or turned off under the page: every later call rejects with `InvalidStateError`. */
  turnOff(): void;
}

/** A person for vendors' own tests: behaves as `navigator.customer` does, on the data given, without a browser. */
export function createTestCustomer(options: TestCustomerOptions = {}): TestCustomer {
  const { ratings = [], preferences = [], answer = () => 'allow', nowMs = () => Date.now() } = options;
  const book = createGrantBook(nowMs);
  const calls: TestCall[] = [];
  const target = new EventTarget();
  let isOff = false;

  /** Notes the call, copies what was passed, and answers on a later turn, as a message to another process would. */
  function call<T>(name: CallName, input: unknown, work: (input: unknown) => T | Promise<T>): Promise<T> {
    const index = calls.push({ call: name, input: copyOf(input) }) - 1;
    return Promise.resolve()
      .then(() => {
        if (isOff) {
          throw turnedOff();
        }
        return work(arrived(input));
      })
      .catch((thrown: unknown) => {
        calls[index] = { call: name, input: copyOf(input), error: nameOf(thrown) };
        throw thrown;
      });
  }

  function changed(): void {
    target.dispatchEvent(new Event('grantschange'));
  }

  function spend(name: ReadCall): void {
    if (book.spend(name)) {
      changed();
    }
  }

  function give(ask: Ask, gift: TestGift = wholeOf(ask)): Grant {
    const grant = book.add(ask, gift);
    changed();
    return structuredClone(grant);
  }

  const api = {
    version: '1' as const,
    request: (input: unknown) =>
      call('request', input, async (given) => {
        const ask = checkAsk(given);
        if ([...ask.required, ...ask.optional].some(({ collection }) => collection === 'intentions')) {
          throw notSupported('request');
        }
        const held = book.answering(ask);
        if (held) {
          return structuredClone(held);
        }
        const decision = await answer(ask);
        if (decision === 'refuse') {
          throw notAllowed();
        }
        return give(ask, decision === 'allow' ? wholeOf(ask) : decision);
      }),
    grants: () => call('grants', undefined, () => structuredClone(book.active())),
    ratings: (input: unknown = {}) =>
      call('ratings', input, (given) => {
        const query = checkRatingQuery(given ?? {});
        const page = paged(reachedRatings(ratings, book.needsFor('ratings'), query), query);
        if (page.next === undefined) {
          spend('ratings');
        }
        return page;
      }),
    preferences: (input: unknown = {}) =>
      call('preferences', input, (given) => {
        const query = checkPreferenceQuery(given ?? {});
        const page = paged(reachedPreferences(preferences, book.needsFor('preferences'), query), query);
        if (page.next === undefined) {
          spend('preferences');
        }
        return page;
      }),
    rank: (input: unknown) =>
      call('rank', input, (given) => {
        const items = checkItems(given);
        const needs = book.needsFor('rank');
        if (items.length < MIN_RANK_ITEMS) {
          throw malformed('items: too few to be put in order');
        }
        const reached = ratings.filter((review) => needs.some((need) => reachesRating(need, review)));
        spend('rank');
        return options.rank?.(items).map((index) => ({ index })) ?? order(items, reached);
      }),
    withdraw: (input: unknown) =>
      call('withdraw', input, (given) => {
        if (typeof given !== 'string') {
          throw malformed('grant: a grant’s id');
        }
        if (!book.end(given)) {
          throw notAllowed();
        }
        changed();
      }),
    intentions: (input: unknown) => call('intentions', input, () => Promise.reject(notSupported('intentions'))),
    reply: (...input: unknown[]) => call('reply', input, () => Promise.reject(notSupported('reply'))),
    propose: (input: unknown) => call('propose', input, () => Promise.reject(notSupported('propose'))),
  };

  return {
    customer: Object.freeze(Object.assign(target, api)) as Customer,
    calls,
    give,
    revoke(grantId) {
      if (grantId === undefined ? book.endAll() : book.end(grantId)) {
        changed();
      }
    },
    turnOff() {
      isOff = true;
    },
  };
}

function wholeOf({ required, optional }: Ask): TestGift {
  return { scope: [...required, ...optional] };
}

/**
 * What arrives on the other side: the argument as JSON carries it.
 *
 * @throws {DOMException} `DataError` for what can't be sent; `QuotaExceededError` for what is too large
 */
function arrived(input: unknown): unknown {
  const text = jsonOf(input);
  if (text !== undefined && text.length > INPUT_LIMIT) {
    throw tooMuch(`the argument: at most ${INPUT_LIMIT} characters of JSON`);
  }
  return text === undefined ? undefined : JSON.parse(text);
}

function jsonOf(input: unknown): string | undefined {
  try {
    return JSON.stringify(input);
  } catch {
    // Cycles and BigInts, for the page to mend.
    throw malformed('the argument: plain data');
  }
}

function copyOf(input: unknown): unknown {
  try {
    return structuredClone(input);
  } catch {
    // Only for the record of calls: the call itself is refused for the same reason.
    return undefined;
  }
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error || thrown instanceof DOMException ? thrown.name : 'Error';
}
