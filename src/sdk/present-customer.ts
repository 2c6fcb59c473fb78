import type { Customer } from '../protocol/customer.ts';

/**
 * `navigator.customer`, if there is one here that speaks version 1.
 *
 * Never throws: not where there is no `navigator` (Node, server-side rendering), not where there is one
 * without a window (workers), and not where something else has put a thing of that name on it.
 */
export function presentCustomer(): Customer | undefined {
  if (typeof window === 'undefined' || typeof navigator === 'undefined') {
    return undefined;
  }
  try {
    const found: unknown = navigator.customer;
    return isVersion1(found) ? found : undefined;
  } catch {
    // A getter of somebody else's that throws is as good as nothing there.
    return undefined;
  }
}

function isVersion1(found: unknown): found is Customer {
  return typeof found === 'object' && found !== null && 'version' in found && found.version === '1';
}
