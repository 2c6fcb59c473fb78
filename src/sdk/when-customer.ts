import type { Customer } from '../protocol/customer.ts';
import { presentCustomer } from './present-customer.ts';

export interface WhenCustomerOptions {
  /** Stops listening. */
  readonly signal?: AbortSignal;
}

/**
 * Calls `listener` with the person's side of the conversation as soon as there is one: before this function returns
 * if it is there already, else when the person chooses this site while the page is open, else never. At most once.
 */
export function whenCustomer(listener: (customer: Customer) => void, options: WhenCustomerOptions = {}): void {
  const { signal } = options;
  if (typeof window === 'undefined' || signal?.aborted) {
    return;
  }
  const present = presentCustomer();
  if (present) {
    listener(present);
    return;
  }
  window.addEventListener('customerready', hear, signal ? { signal } : {});

  function hear(): void {
    const arrived = presentCustomer();
    if (arrived) {
      window.removeEventListener('customerready', hear);
      listener(arrived);
    }
  }
}
