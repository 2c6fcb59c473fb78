import type { Customer } from '../protocol/customer.ts';
import { presentCustomer } from './present-customer.ts';

/**
 * Sayso is there before a page's first script wherever the person chose the site earlier, so a wait only helps the
 * tab in which they are choosing it right now. Three tenths of a second is short enough to hold nothing up.
 */
const DEFAULT_WAIT_MS = 300;

export interface CustomerOptions {
  /** How long to wait for Sayso to arrive, in milliseconds; 300 when absent, 0 to look once. */
  readonly waitMs?: number;
}

/**
 * The person's side of the conversation, or `undefined`.
 *
 * `undefined` is the usual answer and no failure: there is no Sayso, or there is one and the person has not chosen
 * this site. A page can't tell the two apart. To hear of a person who chooses the site later, see `whenCustomer`.
 * Never throws and never rejects, wherever it is called.
 */
export async function customer(options: CustomerOptions = {}): Promise<Customer | undefined> {
  const present = presentCustomer();
  const waitMs = options.waitMs ?? DEFAULT_WAIT_MS;
  if (present || typeof window === 'undefined' || !(waitMs > 0)) {
    return present;
  }
  await readyWithin(waitMs);
  return presentCustomer();
}

function readyWithin(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, waitMs);
    window.addEventListener('customerready', done);

    function done(): void {
      clearTimeout(timer);
      window.removeEventListener('customerready', done);
      resolve();
    }
  });
}
