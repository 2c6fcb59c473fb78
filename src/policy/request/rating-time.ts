import type { Fulfilment } from '../../domain/order.ts';
import { DAY_MS } from './thread-clocks.ts';

/** By then a thing was used, and is not yet forgotten. */
const USED_MS = 7 * DAY_MS;

/** When to ask what the person thinks of what they bought: a week after it came, and never before they said that it did. */
export function ratingAskAtMs({ cameAt }: Fulfilment, keptAtMs: number): number {
  const cameMs = cameAt === undefined ? keptAtMs : Date.parse(cameAt);
  return Math.max(keptAtMs, cameMs + USED_MS);
}
