import type { Stamp } from './clock.ts';
import type { Origin } from './ids.ts';

/** A site the person may deal with, named by its origin, and what they chose for it. */
export interface Vendor {
  readonly origin: Origin;
  /** `navigator.customer` is there. */
  readonly isConnected: boolean;
  /** The person's own stars stand beside items there. */
  readonly hasStars: boolean;
  /** Nothing is served and no ask is ever shown, whatever else holds. */
  readonly isBlocked: boolean;
  /** When the person last connected it. What they refused before no longer keeps it silent. */
  readonly connectedAt?: Stamp;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
}
