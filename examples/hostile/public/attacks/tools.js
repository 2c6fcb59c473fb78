/** What the attacks share. An attack that runs while these are replaced brings its own. */

const wait = window.setTimeout.bind(window);

/** @param {number} ms */
export function pause(ms) {
  return new Promise((resolve) => wait(resolve, ms));
}

/** How a promise ends, as data: `{ value }`, `{ error }` by its name, or `{ pending: true }` after `ms`. */
export async function outcomeOf(work, ms = 3_000) {
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    const pending = Symbol('pending');
    const value = await Promise.race([Promise.resolve().then(work), pause(ms).then(() => pending)]);
    return value === pending ? { pending: true, ms: took() } : { value: plain(value), ms: took() };
  } catch (error) {
    return { error: error?.name ?? String(error), message: String(error?.message ?? '').slice(0, 200), ms: took() };
  }
}

/** The person's side, if this page has one. */
export function person() {
  return navigator.customer;
}

/** Runs `work` with the person's side; where there is none, there is nothing to attack. */
export async function withPerson(work) {
  const here = person();
  return here ? work(here) : { held: true, isThere: false };
}

/** An ask that is right in every field. */
export function rightAsk(changes = {}) {
  return {
    id: `hostile-${crypto.randomUUID()}`,
    text: 'We would like to see everything.',
    purpose: 'Marketing',
    required: [{ collection: 'ratings' }],
    optional: [],
    retention: 'P10Y',
    sharing: ['Everybody Ltd'],
    ...changes,
  };
}

/** A copy that JSON can carry; what it can't carry becomes words. */
export function plain(value) {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return String(value);
  }
}
