/**
 * A vendor's side of the talk with the person: who is there, what was asked, what is held. Shared by the examples,
 * which each show it in their own way.
 *
 * States: `absent` (no Sayso here, or the person has not chosen this site: a page can't tell), `connected` (here, nothing
 * given), `asked`, `granted`, `refused`, `off` (Sayso went away under the page).
 */
export class Conversation extends EventTarget {
  #person;
  #asks;
  #grants = [];
  #once = [];
  #state = 'absent';

  /** @param asks the asks of this site's customer.json */
  constructor(asks) {
    super();
    this.#asks = new Map(asks.map((ask) => [ask.id, ask]));
  }

  get state() {
    return this.#state;
  }

  /** What this site holds now. */
  get grants() {
    return this.#grants;
  }

  /** Whether something is held whose scope has a need that `isEnough` likes. */
  holds(isEnough) {
    return this.#grants.some((grant) => grant.scope.some(isEnough));
  }

  /**
   * Whether such a need was given 'just this once' while this page is open. Its grant ends when it is used, and what was
   * read under it may be shown until the page goes; a grant that the person stops is another thing.
   */
  hadOnce(isEnough) {
    return this.#once.some(isEnough);
  }

  /** Finds the person now, or as soon as they choose this site. */
  async begin() {
    const sdk = await loadSdk();
    sdk.whenCustomer((person) => {
      this.#person = person;
      person.addEventListener('grantschange', () => this.refresh());
      this.refresh();
    });
  }

  /** Asks, from a click. @returns whether the person gave anything */
  async ask(id) {
    this.#enter('asked');
    const grant = await this.#attempt(() => this.#person.request(this.#asks.get(id))).catch((error) => {
      this.#enter(this.#grants.length > 0 ? 'granted' : 'connected');
      throw error;
    });
    if (grant) {
      this.#note([grant]);
      await this.refresh();
    } else if (this.#state === 'asked') {
      this.#enter('refused');
    }
    return grant !== undefined;
  }

  /** Gives back all that this site holds. */
  async giveBack() {
    for (const { id } of this.#grants) {
      await this.#attempt(() => this.#person.withdraw(id));
    }
    await this.refresh();
  }

  async refresh() {
    const grants = await this.#attempt(() => this.#person.grants());
    if (grants) {
      this.#grants = grants;
      this.#note(grants);
      this.#enter(grants.length > 0 ? 'granted' : this.#state === 'refused' ? 'refused' : 'connected');
    }
  }

  /**
   * The vendor's own list by the person's taste.
   *
   * @template T
   * @param {readonly T[]} list
   * @param {(item: T) => object} referenceOf
   * @returns {Promise<T[] | undefined>} the list in its new order
   */
  async rank(list, referenceOf) {
    const places = await this.#attempt(() => this.#person.rank(list.map(referenceOf)));
    return places?.map(({ index }) => list[index]);
  }

  /** Every item of every page. @returns `undefined` when this site may not read them */
  async read(call, query) {
    const items = [];
    let cursor;
    do {
      const page = await this.#attempt(() => this.#person[call]({ ...query, ...(cursor && { cursor }) }));
      if (!page) {
        return undefined;
      }
      items.push(...page.items);
      cursor = page.next;
    } while (cursor);
    return items;
  }

  /** What `work` resolves to, or `undefined` when Sayso says no. Anything else that fails is our own mistake. */
  async #attempt(work) {
    try {
      return await work();
    } catch (error) {
      if (error.name === 'InvalidStateError') {
        this.#grants = [];
        this.#enter('off');
      } else if (error.name !== 'NotAllowedError' && error.name !== 'QuotaExceededError') {
        throw error;
      }
      return undefined;
    }
  }

  #note(grants) {
    this.#once.push(...grants.filter(({ uses }) => uses === 'once').flatMap(({ scope }) => scope));
  }

  #enter(state) {
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** Begins with the asks that this site's own customer.json names. */
export async function beginConversation() {
  const response = await fetch('/.well-known/customer.json');
  const { asks } = await response.json();
  return new Conversation(asks);
}

/** The SDK, if it was built; else the few lines of it that are needed here. */
async function loadSdk() {
  try {
    return await import('/sdk/index.js');
  } catch {
    return { whenCustomer };
  }
}

function whenCustomer(listener) {
  const look = () => navigator.customer?.version === '1' && (listener(navigator.customer), true);
  if (!look()) {
    window.addEventListener('customerready', look, { once: true });
  }
}

const KINDS = { Movie: 'films', Product: 'products' };
const FIELDS = {
  dateCreated: 'their dates',
  reviewBody: 'your words',
  keywords: 'your tags',
  reviewAspect: 'your marks in detail',
};

/** What a grant holds, in words: 'your ratings of films, with their dates (until 3 May 2026, 17:05)'. */
export function wordsFor({ scope, until, uses }) {
  const things = [...new Set(scope.map(wordsForNeed))].filter(
    (words, _, all) => !all.some((other) => other.startsWith(`${words}, with`)),
  );
  const moment = until && new Date(until).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  const end = uses === 'once' ? 'just this once' : until ? `until ${moment}` : 'for as long as you let us';
  return `${things.join('; ')} (${end})`;
}

function wordsForNeed({ collection, derive, kinds, keys, fields = [] }) {
  const of = kinds ? ` of ${kinds.map((kind) => KINDS[kind] ?? kind).join(', ')}` : '';
  if (derive === 'rank') {
    return `the order of our list by your ${collection}${of}`;
  }
  const which = keys ? ` (${keys.map((key) => key.replaceAll('-', ' ')).join(', ')})` : of;
  const more = fields.length > 0 ? `, with ${fields.map((field) => FIELDS[field] ?? field).join(' and ')}` : '';
  return `your ${collection}${which}${more}`;
}
